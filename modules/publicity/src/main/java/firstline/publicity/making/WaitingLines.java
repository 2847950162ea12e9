package firstline.publicity.making;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds one line that was handed over, within the officer's areas. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
class WaitingLines {
  /** A line; the hash is that of the rebuttal's version whose it is. */
  record Line(String number, String language, String area, String hash, String line) {}

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
}
