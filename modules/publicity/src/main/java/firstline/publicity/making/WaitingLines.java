package firstline.publicity.making;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds one line that was handed over, within the officer's areas, and what an older text became.
 */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
class WaitingLines {
  /** A line; the hash is that of the rebuttal's version whose it is. */
  record Line(String number, String language, String area, String hash, String line) {}

  /** Material that was made of an older text of the same rebuttal; the version of its row. */
  record Before(UUID material, long version) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  Line at(String number, String language) {
    return sql.one(
        """
        select l.number, l.language, l.area_code, l.hash, l.line
        from rebuttal_line l join area a on a.code = l.area_code
        where l.number = ? and l.language = ? and a.path like any (?)
        """,
        row -> new Line(row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)),
        number,
        language,
        desk.scope().patterns());
  }

  /** What is to say the corrected text: the same form in the same language, the newest first. */
  Optional<Before> before(Line line, Form form) {
    return sql.first(
        """
        select m.id, m.version from material m join variant r on r.material_id = m.id
          join material_version v on v.variant_id = r.id
        where v.source = 'REBUTTAL' and v.source_ref = ? and v.source_hash <> ?
          and r.language = ? and r.size = ? and m.kind = ? and m.state <> 'ARCHIVED'
        order by v.drafted_at desc limit 1
        """,
        row -> new Before(row.id(1), row.number(2)),
        line.number(),
        line.hash(),
        line.language(),
        form.size(),
        form.kind().name());
  }
}
