package firstline.publicity.catalogue;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Searches that an officer asks again; nobody else sees them. */
@ApplicationScoped
public class SavedSearches {
  private static final int NAME = 60;
  private static final int MOST = 20;

  /**
   * A search to keep.
   *
   * @param query its filters as they stand in the address
   */
  public record Command(@NotNull String name, @NotNull String query, boolean alerts) {}

  /** A search that is kept; {@code seenAt}: what was drafted later is new. */
  public record Kept(UUID id, String name, String query, boolean alerts, Instant seenAt) {
    public String href() {
      return CataloguePage.ADDRESS + "?" + query + (query.isEmpty() ? "" : "&") + "saved=" + id;
    }

    /** What it asks. */
    Asked asked() {
      var values = new HashMap<String, List<String>>();
      for (var part : query.split("&")) {
        var pair = part.split("=", 2);
        if (pair.length == 2) {
          values
              .computeIfAbsent(pair[0], name -> new ArrayList<>())
              .add(URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
      }
      return Asked.read(
          String.join(" ", values.getOrDefault("q", List.of())),
          name -> values.getOrDefault(name, List.of()));
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected SavedSearches() {}

  /** For tests without a server. */
  SavedSearches(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Keeps one under a name; the name's earlier one goes.
   *
   * @throws Refusal {@code catalogue.saved-name}, {@code catalogue.saved-many}
   */
  @Allows(right = READ)
  @Requirement("R64.6")
  public void keep(@Valid Command command) {
    var name = PlainText.line(command.name());
    if (name.isEmpty() || name.length() > NAME) {
      throw new Refusal("catalogue.saved-name", NAME);
    }
    if (list().stream().filter(one -> !one.name().equals(name)).count() >= MOST) {
      throw new Refusal("catalogue.saved-many", MOST);
    }
    // Only what a facet can be is kept, whatever was sent.
    var asked = new Kept(Ids.next(), name, command.query(), false, clock.instant()).asked();
    sql.update(
        """
        insert into saved_search (id, officer_id, name, query, alerts, made_at, seen_at)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (officer_id, name) do update
          set query = excluded.query, alerts = excluded.alerts, seen_at = excluded.seen_at
        """,
        Ids.next(),
        desk.officer().id(),
        name,
        asked.query(),
        command.alerts(),
        clock.instant(),
        clock.instant());
  }

  @Allows(right = READ)
  public void drop(UUID id) {
    sql.update("delete from saved_search where id = ? and officer_id = ?", id, desk.officer().id());
  }

  /** The officer looks at it: what is there now is no longer new. */
  @Allows(right = READ, ownRecord = true)
  public void look(UUID id) {
    sql.update(
        "update saved_search set seen_at = ? where id = ? and officer_id = ?",
        clock.instant(),
        id,
        desk.officer().id());
  }

  /** Those of the officer at the desk, by name. */
  @Allows(right = READ, reads = true)
  public List<Kept> list() {
    return sql.list(
        """
        select id, name, query, alerts, seen_at from saved_search
        where officer_id = ? order by name
        """,
        SavedSearches::kept,
        desk.officer().id());
  }

  private static Kept kept(Row row) throws SQLException {
    return new Kept(row.id(1), row.text(2), row.text(3), row.flag(4), row.instant(5));
  }
}
