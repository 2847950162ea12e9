package firstline.console.circular;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends a notice to colleagues. Who gets it is settled at that moment, for good. */
@ApplicationScoped
public class SendCircular {
  /** Right to send notices. */
  public static final String SEND = "circular.send";

  /**
   * To whom: each of the three narrows it.
   *
   * @param area code of an area; whoever works in it or below
   * @param departments codes; empty for all
   * @param roles codes; empty for all
   */
  public record Audience(
      @NotNull @Pattern(regexp = "[0-9]{12}") String area,
      @NotNull List<String> departments,
      @NotNull List<String> roles) {
    public Audience {
      departments = List.copyOf(departments);
      roles = List.copyOf(roles);
    }
  }

  /**
   * A notice.
   *
   * @param link a page of the console; empty for none
   * @param until the last day for acknowledging it; null if it need only be read
   */
  public record Command(
      @NotBlank @Size(max = 120) String heading,
      @NotBlank @Size(max = 10000) String body,
      @NotNull @Pattern(regexp = "(/console/[^\\s\"<>]{1,300})?") String link,
      @Valid @NotNull Audience audience,
      @Nullable LocalDate until) {}

  private static final String TO =
      """
       from officer o join area a on a.code = o.area_code
        join department d on d.id = o.department_id
      where o.active and o.id <> ? and a.path like any (?)
        and starts_with(a.path, coalesce((select path from area where code = ?), '-'))
        and (cardinality(?::text[]) = 0 or d.code = any (?))
        and (cardinality(?::text[]) = 0 or exists (select 1 from officer_role g
          join role r on r.id = g.role_id where g.officer_id = o.id and r.code = any (?)))
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected SendCircular() {}

  /** For tests without a server. */
  SendCircular(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** To how many it would go now. */
  @Allows(right = SEND, reads = true)
  @Requirement("R109.1")
  public long reached(@Valid Audience audience) {
    var departments = audience.departments().toArray(String[]::new);
    var roles = audience.roles().toArray(String[]::new);
    return sql.one(
        "select count(*)" + TO,
        row -> row.number(1),
        desk.officer().id(),
        desk.scope().patterns(),
        audience.area(),
        departments,
        departments,
        roles,
        roles);
  }

  /**
   * Sends it.
   *
   * @throws Refusal {@code circular.nobody} if it would reach nobody within the writer's areas,
   *     {@code circular.past} if its day is over
   */
  @Allows(right = SEND)
  @Requirement({"R109.1", "R109.5"})
  public UUID send(@Valid Command command) {
    if (reached(command.audience()) == 0) {
      throw new Refusal("circular.nobody");
    }
    var now = clock.instant();
    var id = Ids.next();
    keep(id, command, due(command.until(), now), now);
    var departments = command.audience().departments().toArray(String[]::new);
    var roles = command.audience().roles().toArray(String[]::new);
    sql.update(
        "insert into circular_addressee (circular_id, officer_id, department_id)"
            + " select ?, o.id, o.department_id"
            + TO,
        id,
        desk.officer().id(),
        desk.scope().patterns(),
        command.audience().area(),
        departments,
        departments,
        roles,
        roles);
    return id;
  }

  /** The first moment after the day; null without one. */
  private static @Nullable Instant due(@Nullable LocalDate until, Instant now) {
    if (until == null) {
      return null;
    }
    var due = until.plusDays(1).atStartOfDay(Clocks.ZONE).toInstant();
    if (!due.isAfter(now)) {
      throw new Refusal("circular.past", until.toString());
    }
    return due;
  }

  private void keep(UUID id, Command command, @Nullable Instant due, Instant now) {
    var me = desk.officer();
    sql.update(
        """
        insert into circular (id, title, body, link, due_at, area_code, departments, roles,
          writer_id, writer_name, department_id, department_name, sent_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        command.heading().strip(),
        command.body().strip(),
        command.link(),
        due,
        command.audience().area(),
        command.audience().departments().toArray(String[]::new),
        command.audience().roles().toArray(String[]::new),
        me.id(),
        me.name(),
        me.departmentId(),
        me.departmentName(),
        now);
  }
}
