package firstline.rumour.rebuttal;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.rumour.rebuttal.RebuttalQueries.Version;
import firstline.rumour.rumour.Verdict;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The versions of a rebuttal as its record shows them, the newest first. */
final class VersionRows {
  private VersionRows() {}

  static List<Version> of(Sql sql, UUID rebuttal) {
    return sql.list(
        """
        select id, ordinal, kind, note, state, writers, writer_names, content_hash, written_at,
          submitted_at, emergency_why, reviewers, returned_why, approved_at, approver_name, due_at,
          completed_at, objected_at, objector_name, objection, published_at,
          claim, fact, explanation, sources, verdict, language, advice, scope_place, valid_from,
          valid_until, review_by, short_text, script, poster
        from rebuttal_version where rebuttal_id = ? order by ordinal desc
        """,
        VersionRows::version,
        rebuttal);
  }

  private static Version version(Row row) throws SQLException {
    return new Version(
        row.id(1),
        row.integer(2),
        row.text(3),
        row.text(4),
        content(row),
        row.text(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.instant(9),
        row.instantOrNull(10),
        row.text(11),
        row.text(12),
        row.textOrNull(13),
        row.instantOrNull(14),
        row.textOrNull(15),
        row.instantOrNull(16),
        row.instantOrNull(17),
        row.instantOrNull(18),
        row.textOrNull(19),
        row.textOrNull(20),
        row.instantOrNull(21));
  }

  private static Content content(Row row) throws SQLException {
    return new Content(
        row.text(22),
        row.text(23),
        row.text(24),
        SourcesColumn.read(row.text(25)),
        Verdict.valueOf(row.text(26)),
        row.text(27),
        row.text(28),
        row.text(29),
        row.dateOrNull(30),
        row.dateOrNull(31),
        row.dateOrNull(32),
        new Variants(row.text(33), row.text(34), row.text(35)));
  }
}
