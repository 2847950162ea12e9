package firstline.market.casefile;

import static firstline.market.MarketRights.CASE;

import firstline.market.clock.Cause;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Lets the days of a case stand still while it waits for others, and go on afterwards. */
@ApplicationScoped
public class StopCase {
  /** For what an officer may stop them; the head suspends, the reviewer hears. */
  static final List<Cause> CAUSES = List.of(Cause.TESTING, Cause.PUBLIC_NOTICE, Cause.REFUND);

  /** A stop. */
  public record Stop(@NotNull UUID id, @NotNull Cause cause, @NotNull String reason) {}

  @Inject private Cases cases;
  @Inject private CaseTerms terms;

  @SuppressWarnings("NullAway.Init")
  protected StopCase() {}

  /** For tests without a server. */
  StopCase(Sql sql, Desk desk, Clock clock) {
    this.cases = new Cases(sql, desk, clock);
    this.terms = new CaseTerms(sql, desk, clock);
  }

  /**
   * Stops them.
   *
   * @throws Refusal {@code case.gate.not-mine}; {@code case.note} without a reason; {@code
   *     case.stop} for a cause that is not an officer's; {@code clock.…} if they stand or are over
   * @throws NotFound outside the scope
   */
  @Allows(right = CASE)
  @Requirement("R92.12")
  public void stop(@Valid Stop command) {
    var held = mine(command.id());
    if (!CAUSES.contains(command.cause())) {
      throw new Refusal("case.stop");
    }
    var reason = CaseText.required(command.reason(), MoveCase.NOTE, "case.note");
    terms.stop(held.id(), command.cause(), reason);
    cases.write(held, "STOP_" + command.cause(), held.state(), reason);
  }

  /** Lets them go on; refused as {@link #stop} is, {@code clock.runs} if they do not stand. */
  @Allows(right = CASE)
  @Requirement("R92.12")
  public void goOn(@NotNull UUID id) {
    var held = mine(id);
    if (held.state() == CaseState.SUSPENDED
        || held.state() == CaseState.HEARING && !held.facts().heard()) {
      throw new Refusal("case.stop");
    }
    terms.goOn(held.id());
    cases.write(held, "GO_ON", held.state(), "");
  }

  private Cases.Held mine(UUID id) {
    var held = cases.locked(id);
    if (!held.facts().mine()) {
      throw new Refusal("case.gate.not-mine");
    }
    return held;
  }
}
