package firstline.rumour.match;

import firstline.persistence.database.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rumours that nobody has answered yet, as the engine reads them from the database. */
final class OpenRumours {
  /** A rumour under way: its working title, and the title and every wording as pieces. */
  record Open(UUID id, String number, String title, List<Piece> pieces) {}

  private final Sql sql;

  OpenRumours(Sql sql) {
    this.sql = sql;
  }

  /** All of them, by id, after {@code last}. */
  List<UUID> all(UUID last, int most) {
    return sql.list(
        """
        select id from rumour
        where state not in ('REBUTTED', 'ARCHIVED', 'MERGED', 'CLOSED_SILENT') and id > ?
        order by id limit ?
        """,
        row -> row.id(1),
        last,
        most);
  }

  /** Those that were opened, closed or met in another wording in that transaction or later. */
  List<UUID> changed(String since, UUID last, int most) {
    return sql.list(
        """
        select rumour_id from rumour_open_change
        where changed >= ?::text::xid8 and rumour_id > ? order by rumour_id limit ?
        """,
        row -> row.id(1),
        since,
        last,
        most);
  }

  /** Those of the rumours that wait for an answer now. */
  Map<UUID, Open> read(List<UUID> ids) {
    var open = new LinkedHashMap<UUID, Open>();
    sql.list(
            """
            select m.id, m.number, m.title,
              array(select w.text from rumour_wording w where w.rumour_id = m.id
                order by w.count desc, w.first_seen, w.id limit 100)
            from rumour m where m.id = any (?::text[]::uuid[])
              and m.state not in ('REBUTTED', 'ARCHIVED', 'MERGED', 'CLOSED_SILENT')
            """,
            row ->
                new Open(
                    row.id(1),
                    row.text(2),
                    row.text(3),
                    Piece.of(row.id(1), row.text(3), row.texts(4))),
            (Object) ids.stream().map(UUID::toString).toArray(String[]::new))
        .forEach(one -> open.put(one.id(), one));
    return open;
  }
}
