package firstline.publicity.collection;

import static firstline.publicity.PublicityRights.DRAFT;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Picks material into collections, and keeps these in order. */
@ApplicationScoped
public class KeepCollection {
  static final int TITLE = 100;
  static final int NOTE = 1_000;
  static final int MOST = 500;

  /**
   * Materials to pick.
   *
   * @param collection into which; null: a new one with the title
   */
  public record Pick(
      @Nullable UUID collection, @NotNull String title, @NotNull List<UUID> materials) {}

  /** Another title and note, as the officer saw the old ones. */
  public record Edit(@NotNull UUID id, long version, @NotNull String title, @NotNull String note) {}

  /** One that is to leave the collection. */
  public record Leave(@NotNull UUID id, @NotNull UUID material) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepCollection() {}

  /** For tests without a server. */
  KeepCollection(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The id of the collection.
   *
   * @throws Refusal {@code collection.none}, {@code collection.title}, {@code collection.taken},
   *     {@code collection.many}
   */
  @Allows(right = DRAFT)
  @Requirement("R74.3")
  public UUID pick(@Valid Pick command) {
    if (command.materials().isEmpty()) {
      throw new Refusal("collection.none");
    }
    var id = command.collection() == null ? begun(command.title()) : locked(command.collection());
    sql.update(
        """
        insert into collection_entry (collection_id, material_id, added_at)
        select ?, m.id, ? from material m join area a on a.code = m.area_code
        where m.id = any (?::uuid[]) and (a.path like any (?) or m.published_at is not null)
        on conflict do nothing
        """,
        id,
        clock.instant(),
        command.materials().stream().map(UUID::toString).toArray(String[]::new),
        desk.scope().patterns());
    var held =
        sql.one(
            "select count(*) from collection_entry where collection_id = ?",
            row -> row.number(1),
            id);
    if (held > MOST) {
      throw new Refusal("collection.many", MOST);
    }
    sql.update("update collection set changed_at = ? where id = ?", clock.instant(), id);
    return id;
  }

  private UUID begun(String typed) {
    var title = title(typed);
    var id = Ids.next();
    var officer = desk.officer();
    var made =
        sql.update(
            """
            insert into collection (id, version, area_code, department_id, department_name, title,
              note, officer_name, made_at, changed_at) values (?, 1, ?, ?, ?, ?, '', ?, ?, ?)
            on conflict (department_id, title) do nothing
            """,
            id,
            officer.areaCode(),
            officer.departmentId(),
            officer.departmentName(),
            title,
            officer.name(),
            clock.instant(),
            clock.instant());
    if (made == 0) {
      throw new Refusal("collection.taken", title);
    }
    return id;
  }

  /** Within the officer's scope, and nobody else's while it is changed. */
  private UUID locked(UUID id) {
    return sql.first(
            """
            select c.id from collection c join area a on a.code = c.area_code
            where c.id = ? and a.path like any (?) for update of c
            """,
            row -> row.id(1),
            id,
            desk.scope().patterns())
        .orElseThrow(NotFound::new);
  }

  private static String title(String typed) {
    var title = PlainText.line(typed);
    if (title.isEmpty() || title.length() > TITLE) {
      throw new Refusal("collection.title", TITLE);
    }
    return title;
  }

  /**
   * Writes title and note anew.
   *
   * @throws Refusal {@code collection.title}, {@code collection.note}, {@code collection.taken}
   */
  @Allows(right = DRAFT)
  @Requirement("R74.4")
  public void edit(@Valid Edit command) {
    var title = title(command.title());
    var note = PlainText.lines(command.note());
    if (note.length() > NOTE) {
      throw new Refusal("collection.note", NOTE);
    }
    locked(command.id());
    var taken =
        sql.first(
            """
            select 1 from collection c join collection me on me.department_id = c.department_id
            where me.id = ? and c.id <> me.id and c.title = ?
            """,
            row -> row.integer(1),
            command.id(),
            title);
    if (taken.isPresent()) {
      throw new Refusal("collection.taken", title);
    }
    var changed =
        sql.update(
            """
            update collection set version = version + 1, title = ?, note = ?, changed_at = ?
            where id = ? and version = ?
            """,
            title,
            note,
            clock.instant(),
            command.id(),
            command.version());
    if (changed == 0) {
      throw new Conflict();
    }
  }

  @Allows(right = DRAFT)
  @Requirement("R74.4")
  public void leave(@Valid Leave command) {
    sql.update(
        "delete from collection_entry where collection_id = ? and material_id = ?",
        locked(command.id()),
        command.material());
  }

  /** The collection goes; the material in it stays where it is. */
  @Allows(right = DRAFT)
  @Requirement("R74.4")
  public void drop(UUID id) {
    sql.update("delete from collection where id = ?", locked(id));
  }
}
