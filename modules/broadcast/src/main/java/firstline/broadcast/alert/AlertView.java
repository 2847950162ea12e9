package firstline.broadcast.alert;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that was taken in, as it stands.
 *
 * @param level 1 red to 4 blue, 0 if the message says nothing
 * @param kind EMERGENCY, DRILL or NONE
 * @param state DRAFT, ORDERED, SUPERSEDED, CANCELLED, EXPIRED or IGNORED
 * @param reason why it is ignored, or empty
 * @param areas 12-digit codes
 * @param unresolved areas that a person must settle, in the sender's words
 * @param text what will be spoken
 * @param signature UNSIGNED, VALID or UNKNOWN_KEY
 * @param endedBy the message that superseded or cancelled it
 */
public record AlertView(
    UUID id,
    String identifier,
    String sender,
    Instant sent,
    String msgType,
    String kind,
    int level,
    String state,
    String reason,
    List<String> areas,
    List<String> unresolved,
    String language,
    String headline,
    String text,
    @Nullable Instant expires,
    String signature,
    @Nullable UUID endedBy) {
  public AlertView {
    areas = List.copyOf(areas);
    unresolved = List.copyOf(unresolved);
  }

  /** The message, wherever it was taken in. */
  static Optional<AlertView> of(UUID id, Sql sql) {
    return sql.first(
        """
        select a.id, a.identifier, a.sender, a.sent, a.msg_type, a.kind, a.level, a.state, a.reason,
          array(select area_code::text from alert_area where alert_id = a.id order by area_code),
          a.unresolved, a.language, a.headline, a.text, a.expires_at, a.signature, a.ended_by
        from alert a where a.id = ?
        """,
        AlertView::read,
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
        row.idOrNull(17));
  }
}
