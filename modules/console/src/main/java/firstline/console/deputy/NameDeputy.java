package firstline.console.deputy;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Names who stands in for an officer who is away, and ends it. */
@ApplicationScoped
public class NameDeputy {
  static final int MOST_DAYS = 90;

  /**
   * A deputy for a time.
   *
   * @param absent username of who is away
   * @param deputy username of who stands in
   * @param from the first day, not before today
   * @param until the last day, itself counted
   */
  public record Command(
      @NotBlank @Size(max = 80) String absent,
      @NotBlank @Size(max = 80) String deputy,
      @NotNull LocalDate from,
      @NotNull LocalDate until,
      @NotBlank @Size(min = 1, max = 200) String reason) {}

  private record Person(UUID id, UUID department, String path) {
    static Person of(Row row) throws SQLException {
      return new Person(row.id(1), row.id(2), row.text(3));
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected NameDeputy() {}

  NameDeputy(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Names a deputy.
   *
   * @throws Refusal {@code deputy.not-yours} for another's absence without the right to arrange the
   *     department's work, {@code deputy.person}, {@code deputy.self}, {@code deputy.department},
   *     {@code deputy.days}, {@code deputy.past}, {@code deputy.taken}, {@code deputy.chain}
   */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement({"R113.1", "R113.4"})
  public UUID name(@Valid Command command) {
    var absent = person(command.absent());
    requireMine(absent);
    var deputy = person(command.deputy());
    if (absent.id().equals(deputy.id())) {
      throw new Refusal("deputy.self");
    }
    if (!absent.department().equals(deputy.department())) {
      throw new Refusal("deputy.department");
    }
    requireDays(command);
    var now = clock.instant();
    var first = command.from().atStartOfDay(Clocks.ZONE).toInstant();
    var begins = first.isBefore(now) ? now : first;
    var ends = command.until().plusDays(1).atStartOfDay(Clocks.ZONE).toInstant();
    requireNoChain(absent.id(), deputy.id(), begins, ends);
    var id = Ids.next();
    sql.update(
        """
        insert into deputy (id, absent_id, deputy_id, begins_at, ends_at, reason, made_by,
          made_name, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        absent.id(),
        deputy.id(),
        begins,
        ends,
        command.reason().strip(),
        desk.officer().id(),
        desk.officer().name(),
        now);
    return id;
  }

  /**
   * Ends it before its time: either of the two, or who arranges the department's work.
   *
   * @throws NotFound if there is none that runs or is still to come, within reach
   */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement({"R113.3", "R113.4"})
  public void end(UUID id) {
    var officer = desk.officer();
    var ended =
        sql.update(
            """
            update deputy p set ended_at = ?, ended_name = ?, version = version + 1
            where p.id = ? and p.ended_at is null and p.ends_at > ? and (? in (absent_id, deputy_id)
              or exists (select 1 from officer o join area a on a.code = o.area_code
                where o.id = p.absent_id and o.department_id = ? and a.path like any (?)))
            """,
            clock.instant(),
            officer.name(),
            id,
            clock.instant(),
            officer.id(),
            officer.departmentId(),
            officer.scope(OfficeRights.ARRANGE).patterns());
    if (ended == 0) {
      throw new NotFound();
    }
  }

  /** Their rows stay locked to the end: of two who name at once, one sees the other's. */
  private Person person(String username) {
    return sql.first(
            """
            select o.id, o.department_id, a.path from officer o join area a on a.code = o.area_code
            where o.username = lower(?) and o.active for no key update of o
            """,
            Person::of,
            username.strip())
        .orElseThrow(() -> new Refusal("deputy.person", username.strip()));
  }

  private void requireMine(Person absent) {
    var officer = desk.officer();
    var arranges =
        absent.department().equals(officer.departmentId())
            && officer.scope(OfficeRights.ARRANGE).covers(absent.path());
    if (!absent.id().equals(officer.id()) && !arranges) {
      throw new Refusal("deputy.not-yours");
    }
  }

  private void requireDays(Command command) {
    if (command.from().isBefore(LocalDate.ofInstant(clock.instant(), Clocks.ZONE))) {
      throw new Refusal("deputy.past");
    }
    var days = ChronoUnit.DAYS.between(command.from(), command.until()) + 1;
    if (days < 1 || days > MOST_DAYS) {
      throw new Refusal("deputy.days", MOST_DAYS);
    }
  }

  private void requireNoChain(UUID absent, UUID deputy, Instant begins, Instant ends) {
    var meeting =
        sql.list(
            """
            select absent_id = ? from deputy
            where ended_at is null and begins_at < ? and ends_at > ?
              and (absent_id in (?, ?) or deputy_id = ?)
            """,
            row -> row.flag(1),
            absent,
            ends,
            begins,
            absent,
            deputy,
            absent);
    if (meeting.contains(true)) {
      throw new Refusal("deputy.taken");
    }
    if (!meeting.isEmpty()) {
      throw new Refusal("deputy.chain");
    }
  }
}
