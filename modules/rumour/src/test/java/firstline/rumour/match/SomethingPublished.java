package firstline.rumour.match;

import firstline.persistence.database.Sql;
import java.util.List;

/** Published rebuttals, straight into the tables. */
final class SomethingPublished {
  private SomethingPublished() {}

  /** An area, a department and an officer for them. */
  static void house(Sql sql) {
    sql.update(
        """
        insert into area (code, parent, level, name, path)
        values ('980000000000', null, 'CITY', '乙市', '980000000000/') on conflict do nothing
        """);
    sql.update(
        """
        insert into department (id, version, code, name, area_code) values
          ('00000000-0000-7000-8000-00000000aaaa', 1, 'MATCH', '测', '980000000000')
        on conflict do nothing
        """);
    sql.update(
        """
        insert into officer (id, version, username, name, department_id, area_code, created_at)
        values ('00000000-0000-7000-8000-00000000bbbb', 1, 'match', '测',
          '00000000-0000-7000-8000-00000000aaaa', '980000000000', now()) on conflict do nothing
        """);
  }

  /**
   * Publishes rebuttals.
   *
   * @param lines id, claim, fact, explanation, source's name, other wordings as a JSON array
   */
  static void publish(Sql sql, List<Object[]> lines) {
    sql.batch(
        """
        insert into rumour (id, version, area_code, department_id, department_name, number, title,
          state, imported, changed_at, opened_at)
        values (?, 1, '980000000000', '00000000-0000-7000-8000-00000000aaaa', '测', ?, '传言',
          'REBUTTED', true, now(), now())
        """,
        lines.stream().map(line -> new Object[] {line[0], "M-" + line[0]}).toList());
    sql.batch(
        """
        insert into rumour_wording (id, rumour_id, hash, text, area_code, first_seen, last_seen,
          count)
        select gen_random_uuid(), ?, sha256(convert_to(text, 'UTF8')), text, '980000000000', now(),
          now(), 1
        from json_array_elements_text(?::json) text
        """,
        lines.stream().map(line -> new Object[] {line[0], line[5]}).toList());
    sql.batch(
        """
        insert into rebuttal (id, version, area_code, department_id, department_name, number, state,
          created_at, created_by, changed_at, public_ordinal, public_at, origin, external_id,
          rumour_id)
        values (?, 1, '980000000000', '00000000-0000-7000-8000-00000000aaaa', '测', ?,
          'PUBLISHED', now(), '00000000-0000-7000-8000-00000000bbbb', now(), 1, now(), 'match', ?,
          ?)
        """,
        lines.stream()
            .map(line -> new Object[] {line[0], "M-" + line[0], String.valueOf(line[0]), line[0]})
            .toList());
    sql.batch(
        """
        insert into rebuttal_version (id, rebuttal_id, ordinal, kind, claim, fact, explanation,
          sources, verdict, language, state, writers, writer_names, content_hash, written_at)
        values (gen_random_uuid(), ?, 1, 'ORIGINAL', ?, ?, ?,
          json_build_array(json_build_object('name', ?::text, 'url', ''))::text, 'FALSE', 'zh',
          'PUBLISHED', '', '', repeat('0', 64), now())
        """,
        lines.stream()
            .map(line -> new Object[] {line[0], line[1], line[2], line[3], line[4]})
            .toList());
  }
}
