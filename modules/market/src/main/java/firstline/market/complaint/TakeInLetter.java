package firstline.market.complaint;

import static firstline.market.MarketRights.INTAKE;

import firstline.market.complaint.Letter.Channel;
import firstline.persistence.database.Sql;
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

/** Takes a letter in: a complaint, a tip-off, or both. */
@ApplicationScoped
public class TakeInLetter {
  /**
   * A letter.
   *
   * @param complaint and {@code tipoff}: what it is; one at least
   * @param area 12 digits, where it happened
   * @param contact name and how to reach them; empty for a tip-off without a name
   */
  public record Command(
      boolean complaint,
      boolean tipoff,
      @NotNull String area,
      @NotNull String channel,
      @NotNull String operator,
      @NotNull String place,
      @NotNull String goods,
      @NotNull String facts,
      @NotNull String contact) {
    @Override
    public String toString() {
      return "a letter";
    }
  }

  @Inject private Sql sql;
  @Inject private KeepLetters keepLetters;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TakeInLetter() {}

  /** For tests without a server. */
  TakeInLetter(Sql sql, Desk desk, Clock clock, String secret) {
    this.sql = sql;
    this.keepLetters = new KeepLetters(sql, desk, clock, secret);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The id of the complaint, or of the tip-off if it is only that.
   *
   * @throws Refusal {@code complaint.kind}, {@code .area}, {@code .channel}, {@code .operator},
   *     {@code .goods}, {@code .place}, {@code .facts}, {@code .contact}; {@code .named} for a
   *     complaint without a name
   */
  @Allows(right = INTAKE)
  @Requirement({"R82.1", "R82.3"})
  public UUID takeIn(@Valid Command command) {
    requireArea(command.area());
    var letter =
        new Letter(
                command.area(),
                Channel.named(command.channel()),
                command.operator(),
                command.place(),
                command.goods(),
                command.facts(),
                command.contact())
            .checked();
    return keepLetters
        .keep(
            List.of(
                new KeepLetters.Incoming(
                    letter, command.complaint(), command.tipoff(), "", null, clock.instant())))
        .get(0)
        .id();
  }

  private void requireArea(String area) {
    var path = sql.first("select path from area where code = ?", row -> row.text(1), area);
    if (path.filter(desk.scope()::covers).isEmpty()) {
      throw new Refusal("complaint.area");
    }
  }
}
