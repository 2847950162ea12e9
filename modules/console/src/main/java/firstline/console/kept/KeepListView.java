package firstline.console.kept;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps views of lists: their filters under a name. Only the owner changes one. */
@ApplicationScoped
public class KeepListView {
  private static final int MOST = 30;

  /** Where in the list somebody was, and what lay open, is no part of a view. */
  private static final Set<String> PLACES = Set.of("after", "before", "open", "lang", "job");

  /**
   * A view to keep.
   *
   * @param path address of the list's page
   * @param query its parameters, of which the place in the list is dropped
   * @param shared with the officer's department
   * @param first what the rail opens the list with
   */
  public record Command(
      @NotNull @Pattern(regexp = "/console/[a-z/-]{1,100}") String path,
      @NotBlank @Size(max = 40) String name,
      @NotNull @Size(max = 2000) String query,
      boolean shared,
      boolean first) {}

  /** Another name, and whether the department sees it. */
  public record Change(UUID id, @NotBlank @Size(max = 40) String name, boolean shared) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepListView() {}

  KeepListView(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** Keeps the view, in place of the officer's own of that name. */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R105.1")
  public UUID keep(@Valid Command command) {
    var officer = desk.officer();
    var many =
        sql.one(
            "select count(*) from list_view where owner_id = ? and path = ? and name <> ?",
            row -> row.integer(1),
            officer.id(),
            command.path(),
            command.name().strip());
    if (many >= MOST) {
      throw new Refusal("view.too-many", MOST);
    }
    var id =
        sql.one(
            """
            insert into list_view (id, path, name, query, owner_id, department_id, made_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (owner_id, path, name) do update
              set query = excluded.query, department_id = excluded.department_id
            returning id
            """,
            row -> row.id(1),
            Ids.next(),
            command.path(),
            command.name().strip(),
            withoutPlace(command.query()),
            officer.id(),
            department(command.shared()),
            clock.instant());
    if (command.first()) {
      first(id);
    }
    return id;
  }

  private @Nullable UUID department(boolean shared) {
    return shared ? desk.officer().departmentId() : null;
  }

  /** The parameters of an address that a view keeps. */
  public static String withoutPlace(String query) {
    return Arrays.stream(query.split("&"))
        .filter(part -> !part.isEmpty() && !PLACES.contains(part.replaceFirst("=.*", "")))
        .collect(Collectors.joining("&"));
  }

  /**
   * Renames an own view and shares it or keeps it to oneself.
   *
   * @throws Refusal {@code view.name-taken} by another of one's own for the same list
   */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R105.2")
  public void change(@Valid Change change) {
    var name = change.name().strip();
    var officer = desk.officer().id();
    if (sql.first(
            """
            select 1 from list_view v join list_view w using (owner_id, path)
            where v.id = ? and w.id <> v.id and w.name = ?
            """,
            row -> row.integer(1),
            change.id(),
            name)
        .isPresent()) {
      throw new Refusal("view.name-taken", name);
    }
    requireOne(
        sql.update(
            "update list_view set name = ?, department_id = ? where id = ? and owner_id = ?",
            name,
            department(change.shared()),
            change.id(),
            officer));
  }

  /** Forgets an own view; whoever opened the list with it opens it plain again. */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R105.2")
  public void forget(UUID id) {
    requireOne(
        sql.update("delete from list_view where id = ? and owner_id = ?", id, desk.officer().id()));
  }

  /** The rail opens the list with this view, one's own or one that is shared. */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R105.3")
  public void first(UUID id) {
    var officer = desk.officer();
    requireOne(
        sql.update(
            """
            insert into list_view_first (officer_id, path, view_id)
            select ?, path, id from list_view where id = ? and (owner_id = ? or department_id = ?)
            on conflict (officer_id, path) do update set view_id = excluded.view_id
            """,
            officer.id(),
            id,
            officer.id(),
            officer.departmentId()));
  }

  /** The rail opens the list plain again. */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R105.3")
  public void plain(String path) {
    sql.update(
        "delete from list_view_first where officer_id = ? and path = ?", desk.officer().id(), path);
  }

  private static void requireOne(int changed) {
    if (changed != 1) {
      throw new NotFound();
    }
  }
}
