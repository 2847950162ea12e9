package firstline.broadcast.alert;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Reads alerts as they stand. */
final class AlertRows {
  private AlertRows() {}

  /** The message, wherever it was taken in. */
  static Optional<AlertView> one(UUID id, Sql sql) {
    return sql.first(
        """
        select a.id, a.identifier, a.sender, a.sent, a.msg_type, a.kind, a.level, a.state, a.reason,
          array(select area_code::text from alert_area where alert_id = a.id order by area_code),
          a.unresolved, a.language, a.headline, a.text, a.expires_at, a.signature, a.ended_by,
          coalesce(a.rule_no, 0), a.held
        from alert a where a.id = ?
        """,
        AlertRows::read,
        id);
  }

  private static AlertView read(Row row) throws SQLException {
    return new AlertView(
        row.id(1),
        row.text(2),
        row.text(3),
        row.instant(4),
        row.text(5),
        row.text(6),
        row.integer(7),
        row.text(8),
        row.text(9),
        row.texts(10),
        row.texts(11),
        row.text(12),
        row.text(13),
        row.text(14),
        row.instantOrNull(15),
        row.text(16),
        row.idOrNull(17),
        row.number(18),
        row.text(19));
  }
}
