package firstline.console.deputy;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.openwork.OpenWorkContribution;
import firstline.persistence.openwork.OpenWorkContribution.Item;
import firstline.persistence.openwork.OpenWorkContribution.Successor;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Passes open work of one who leaves or is ill to a colleague: all that was ticked, or nothing. */
@ApplicationScoped
public class HandOverWork {
  /**
   * A hand-over.
   *
   * @param keys of the records, as {@link Item#key}
   */
  public record Command(
      @NotBlank @Size(max = 80) String from,
      @NotBlank @Size(max = 80) String to,
      @NotEmpty Set<String> keys,
      @NotBlank @Size(min = 1, max = 200) String reason) {}

  /** Why a record cannot pass. Words: {@code hand-over.problem.<why>}. */
  public record Problem(Item item, String why) {}

  private record Person(Successor officer, boolean active, String path) {
    static Person of(Row row) throws SQLException {
      return new Person(
          new Successor(row.id(1), row.text(2), row.id(3), row.text(4)), row.flag(5), row.text(6));
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject @Any private Instance<OpenWorkContribution> discovered;

  private Iterable<? extends OpenWorkContribution> slices = List.of();

  @SuppressWarnings("NullAway.Init")
  protected HandOverWork() {}

  /** For tests without a server. */
  @SuppressWarnings("NullAway.Init")
  HandOverWork(Sql sql, Desk desk, Clock clock, Iterable<? extends OpenWorkContribution> slices) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
    this.slices = slices;
  }

  private Iterable<? extends OpenWorkContribution> slices() {
    return discovered == null ? slices : discovered;
  }

  /** What lies open with an officer of the own department, active or not. */
  @Allows(right = OfficeRights.ARRANGE, reads = true)
  @Requirement("R114.1")
  public List<Item> open(String username) {
    var from = person(username).officer().id();
    var all = new ArrayList<Item>();
    slices().forEach(slice -> all.addAll(slice.open(from)));
    return all;
  }

  /**
   * Passes the records.
   *
   * @return what cannot pass; then nothing did
   * @throws Refusal {@code hand-over.person} for somebody who is not of the own department and
   *     areas, {@code hand-over.self}, {@code hand-over.inactive}
   * @throws Conflict if one of them lies there no more
   */
  @Allows(right = OfficeRights.ARRANGE)
  @Requirement({"R114.2", "R114.3"})
  public List<Problem> pass(@Valid Command command) {
    var from = person(command.from());
    var to = person(command.to());
    if (from.officer().id().equals(to.officer().id())) {
      throw new Refusal("hand-over.self");
    }
    if (!to.active()) {
      throw new Refusal("hand-over.inactive", to.officer().name());
    }
    Map<Item, OpenWorkContribution> chosen = new LinkedHashMap<>();
    for (var slice : slices()) {
      for (var item : slice.open(from.officer().id())) {
        if (command.keys().contains(item.key())) {
          chosen.put(item, slice);
        }
      }
    }
    if (chosen.size() < command.keys().size()) {
      throw new Conflict();
    }
    var problems = problems(chosen, to.officer());
    if (problems.isEmpty()) {
      write(command.reason().strip(), from.officer(), to.officer(), chosen);
    }
    return problems;
  }

  private List<Problem> problems(Map<Item, OpenWorkContribution> chosen, Successor to) {
    var problems = new ArrayList<Problem>();
    chosen.forEach(
        (item, slice) -> {
          if (!scope(to, item.right()).covers(item.path())) {
            problems.add(new Problem(item, "right"));
          } else if (slice.has(item, to.id())) {
            problems.add(new Problem(item, "has"));
          }
        });
    return problems;
  }

  /** Own rights alone: what somebody holds as a deputy ends with it. */
  private Scope scope(Successor to, String right) {
    return new Scope(
        sql.list(
            """
            select distinct a.path from officer_role g
            join role_right r on r.role_id = g.role_id and r.right_key = ?
            join area a on a.code = g.area_code where g.officer_id = ?
            """,
            row -> row.text(1),
            right,
            to.id()));
  }

  private void write(
      String reason, Successor from, Successor to, Map<Item, OpenWorkContribution> chosen) {
    var officer = desk.officer();
    var id = Ids.next();
    sql.update(
        """
        insert into hand_over (id, from_id, from_name, to_id, to_name, department_id, reason,
          by_id, by_name, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        from.id(),
        from.name(),
        to.id(),
        to.name(),
        officer.departmentId(),
        reason,
        officer.id(),
        officer.name(),
        clock.instant());
    var note = from.name() + " → " + to.name() + " · " + reason;
    chosen.forEach(
        (item, slice) -> {
          slice.pass(item, from.id(), to, note);
          sql.update(
              "insert into hand_over_line values (?, ?, ?, ?, ?)",
              id,
              item.kind(),
              item.id(),
              item.number(),
              item.title());
        });
  }

  private Person person(String username) {
    return sql.first(
            """
            select o.id, o.name, d.id, d.name, o.active, a.path from officer o
            join department d on d.id = o.department_id join area a on a.code = o.area_code
            where o.username = lower(?) and d.id = ? and a.path like any (?)
            """,
            Person::of,
            username.strip(),
            desk.officer().departmentId(),
            desk.scope().patterns())
        .orElseThrow(() -> new Refusal("hand-over.person", username.strip()));
  }
}
