package firstline.rumour.published;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import java.time.Instant;
import java.util.UUID;

/** Rebuttals that are public, corrected or withdrawn, straight into the tables. */
public final class SomethingPublic {
  private final Sql sql;
  public final String city;
  public final String county;

  /**
   * In areas of its own, so that tests do not count each other's.
   *
   * @param sql as the owner of the tables
   * @param area two digits
   */
  public SomethingPublic(Sql sql, String area) {
    this.sql = sql;
    this.city = area + "0000000000";
    this.county = area + "0100000000";
    sql.update(
        """
        insert into area (code, parent, level, name, path)
        values (?, null, 'CITY', '丙市', ? || '/') on conflict do nothing
        """,
        city,
        city);
    sql.update(
        """
        insert into area (code, parent, level, name, path)
        values (?, ?, 'COUNTY', '丁县', ? || '/' || ? || '/') on conflict do nothing
        """,
        county,
        city,
        city,
        county);
    sql.update(
        """
        insert into department (id, version, code, name, area_code) values
          ('00000000-0000-7000-8000-00000000cccc', 1, 'PUBLIC', '网信办', ?)
        on conflict do nothing
        """,
        city);
    sql.update(
        """
        insert into officer (id, version, username, name, department_id, area_code, created_at)
        values ('00000000-0000-7000-8000-00000000dddd', 1, 'public', '测',
          '00000000-0000-7000-8000-00000000cccc', ?, now()) on conflict do nothing
        """,
        city);
  }

  /** Publishes the first version of one. */
  public UUID publish(
      String number, String area, String verdict, String fact, String claim, Instant at) {
    var id = Ids.next();
    sql.update(
        """
        insert into rumour (id, version, area_code, department_id, department_name, number, title,
          state, imported, changed_at, opened_at)
        values (?, 1, ?, '00000000-0000-7000-8000-00000000cccc', '网信办', ?, '传言', 'REBUTTED',
          false, ?, ?)
        """,
        id,
        area,
        "P-" + number,
        at,
        at);
    sql.update(
        """
        insert into rebuttal (id, version, area_code, department_id, department_name, number, state,
          created_at, created_by, changed_at, first_public_at, public_ordinal, public_at, rumour_id)
        values (?, 1, ?, '00000000-0000-7000-8000-00000000cccc', '网信办', ?, 'PUBLISHED', ?,
          '00000000-0000-7000-8000-00000000dddd', ?, ?, 1, ?, ?)
        """,
        id,
        area,
        number,
        at,
        at,
        at,
        at,
        id);
    version(id, 1, "ORIGINAL", "", verdict, fact, claim, at);
    return id;
  }

  /** Publishes a correction. */
  public void correct(
      UUID id, int ordinal, String kind, String note, String verdict, String fact, Instant at) {
    sql.update("update rebuttal_version set state = 'SUPERSEDED' where rebuttal_id = ?", id);
    version(id, ordinal, kind, note, verdict, fact, "传言", at);
    sql.update(
        "update rebuttal set public_ordinal = ?, public_at = ?, changed_at = ? where id = ?",
        ordinal,
        at,
        at,
        id);
  }

  /** Begins a correction that nobody has published. */
  public void draft(UUID id, int ordinal) {
    version(id, ordinal, "FACT", "没写完", "TRUE", "没写完", "传言", null);
    sql.update(
        "update rebuttal_version set state = 'DRAFT' where rebuttal_id = ? and ordinal = ?",
        id,
        ordinal);
  }

  /** Withdraws it. */
  public void withdraw(UUID id, String notice, Instant at) {
    sql.update(
        "update rebuttal_version set state = 'WITHDRAWN' where rebuttal_id = ? and state = 'PUBLISHED'",
        id);
    sql.update(
        """
        update rebuttal set state = 'WITHDRAWN', withdrawn_at = ?, withdrawal_notice = ?,
          public_at = ?, changed_at = ? where id = ?
        """,
        at,
        notice,
        at,
        at,
        id);
  }

  private void version(
      UUID id,
      int ordinal,
      String kind,
      String note,
      String verdict,
      String fact,
      String claim,
      @org.jspecify.annotations.Nullable Instant at) {
    sql.update(
        """
        insert into rebuttal_version (id, rebuttal_id, ordinal, kind, note, claim, fact,
          explanation, sources, verdict, language, state, writers, writer_names, content_hash,
          written_at, published_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, '[{"name":"机构","url":"https://example.org/"}]', ?, 'zh',
          'PUBLISHED', '', '', repeat('a', 64), now(), ?)
        """,
        Ids.next(),
        id,
        ordinal,
        kind,
        note,
        claim,
        fact,
        "说明：" + claim,
        verdict,
        at);
  }
}
