package firstline.console.circular;

import static firstline.console.circular.SendCircular.SEND;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** What the department that sent a notice may still do: remind of it, withdraw it. */
@ApplicationScoped
public class KeepCircular {
  /** Why it is withdrawn. */
  public record Withdrawal(@NotNull UUID id, @NotBlank @Size(max = 500) String why) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepCircular() {}

  /** For tests without a server. */
  KeepCircular(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Brings it back before whoever has not done what it asks.
   *
   * @throws Refusal {@code circular.reminded} if that was done today already
   */
  @Allows(right = SEND)
  @Requirement("R109.6")
  public void remind(UUID id) {
    require(id);
    var today =
        LocalDate.ofInstant(clock.instant(), Clocks.ZONE).atStartOfDay(Clocks.ZONE).toInstant();
    if (sql.first(
            """
            select 1 from circular_step where circular_id = ? and step = 'REMINDED' and at >= ?
            """,
            row -> row.integer(1),
            id,
            today)
        .isPresent()) {
      throw new Refusal("circular.reminded");
    }
    step(id, "REMINDED", "");
  }

  /** Takes it back; it stays to be read, as withdrawn. */
  @Allows(right = SEND)
  @Requirement("R109.5")
  public void withdraw(@Valid Withdrawal command) {
    require(command.id());
    step(command.id(), "WITHDRAWN", command.why().strip());
  }

  /** Of the own department, and not withdrawn. */
  private void require(UUID id) {
    var withdrawn =
        sql.first(
                """
                select exists (select 1 from circular_step s
                  where s.circular_id = c.id and s.step = 'WITHDRAWN')
                from circular c where c.id = ? and c.department_id = ?
                """,
                row -> row.flag(1),
                id,
                desk.officer().departmentId())
            .orElseThrow(NotFound::new);
    if (withdrawn) {
      throw new Refusal("circular.withdrawn");
    }
  }

  private void step(UUID id, String step, String reason) {
    sql.update(
        """
        insert into circular_step (id, circular_id, step, officer_name, reason, at)
        values (?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        id,
        step,
        desk.nameInHistory(),
        reason,
        clock.instant());
  }
}
