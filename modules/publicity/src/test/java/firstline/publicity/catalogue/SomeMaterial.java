package firstline.publicity.catalogue;

import firstline.persistence.database.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Material straight into the tables, of a city with two counties. */
public final class SomeMaterial {
  public static final String CITY = "994800000000";
  public static final String NORTH = "994801000000";
  public static final String SOUTH = "994802000000";
  public static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");

  private SomeMaterial() {}

  public static void house(Sql sql) {
    sql.update(
        """
        insert into area (code, parent, level, name, path) values
          ('994800000000', null, 'CITY', '宣市', '994800000000/'),
          ('994801000000', '994800000000', 'COUNTY', '北县', '994800000000/994801000000/'),
          ('994802000000', '994800000000', 'COUNTY', '南县', '994800000000/994802000000/')
        on conflict do nothing
        """);
    sql.update(
        """
        insert into department (id, version, code, name, area_code) values
          ('00000000-0000-7000-8000-0000000c0001', 1, 'CATALOGUE', '宣传部', '994800000000')
        on conflict do nothing
        """);
  }

  /** A slogan with one version in one variant; its id. */
  public static UUID put(
      Sql sql, String area, String state, String title, String text, @Nullable LocalDate until) {
    var id = UUID.randomUUID();
    var variant = UUID.randomUUID();
    var publishedAt =
        state.equals("PUBLISHED") || state.equals("RECALLED") || state.equals("ARCHIVED")
            ? NOW
            : null;
    sql.update(
        """
        insert into material (id, version, area_code, department_id, department_name, number, kind,
          title, state, valid_until, drafted_at, published_at)
        values (?, 1, ?, '00000000-0000-7000-8000-0000000c0001', '宣传部', ?, 'SLOGAN', ?, ?, ?, ?,
          ?)
        """,
        id,
        area,
        "M-" + id,
        title,
        state,
        until,
        NOW,
        publishedAt);
    sql.update(
        "insert into variant (id, material_id, language, made_at) values (?, ?, 'zh', ?)",
        variant,
        id,
        NOW);
    sql.update(
        """
        insert into material_version (id, version, area_code, material_id, variant_id, ordinal,
          title, text, source, valid_until, hash, state, writers, recalled_why, drafted_at,
          published_at, recalled_at)
        values (gen_random_uuid(), 1, ?, ?, ?, 1, ?, ?, 'FREE', ?, repeat('0', 64), ?, '', ?, ?, ?,
          ?)
        """,
        area,
        id,
        variant,
        title,
        text,
        until,
        state,
        state.equals("RECALLED") ? "号码写错" : "",
        NOW,
        publishedAt,
        state.equals("RECALLED") ? NOW : null);
    return id;
  }

  /** Takes all of it away, so that the next test counts its own. */
  public static void clear(Sql sql) {
    sql.update(
        """
        with gone as (select id from material where area_code like '9948%'),
          a as (delete from material_change where material_id in (select id from gone)),
          b as (delete from material_version where material_id in (select id from gone))
        delete from variant where material_id in (select id from gone)
        """);
    sql.update("delete from material where area_code like '9948%'");
  }
}
