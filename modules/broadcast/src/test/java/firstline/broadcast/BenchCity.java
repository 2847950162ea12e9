package firstline.broadcast;

import firstline.persistence.database.Sql;

/** A city as large as the largest, straight into the tables. */
public final class BenchCity {
  private static final int COUNTIES = 10;
  private static final int TOWNSHIPS = 20;

  /** Of each township: with the others 5,800 in all. */
  private static final int VILLAGES = 29;

  private BenchCity() {}

  /**
   * Ten counties of twenty townships, with an audience in each village and the speakers in all
   * villages alike, called {@code BENCH-}, and a department.
   *
   * @param digits the first two of all codes
   */
  public static void found(Sql sql, String digits, int speakers) {
    found(sql, digits, VILLAGES, speakers);
  }

  /** The same with so many villages in each township. */
  public static void found(Sql sql, String digits, int villages, int speakers) {
    var city = digits + "0000000000";
    sql.update(
        "insert into area (code, parent, level, name, path) values (?, null, 'CITY', '市', ?)",
        city,
        city + "/");
    below(sql, city, "COUNTY", "县", 2, 4, COUNTIES);
    below(sql, city, "TOWNSHIP", "镇", 6, 3, TOWNSHIPS);
    below(sql, city, "VILLAGE", "村", 9, 3, villages);
    sql.update(
        """
        insert into audience (id, area_code)
        select gen_random_uuid(), code from area where level = 'VILLAGE' and starts_with(path, ?)
        """,
        city);
    sql.update(
        """
        insert into speaker (id, version, area_code, serial, place, channel, audience_id, state,
          public_key, registered_at, enrolled_at)
        select gen_random_uuid(), 1, u.area_code, 'BENCH-' || i, '村委会', 'IP', u.id, 'ENROLLED',
          sha256(i::text::bytea), now(), now()
        from generate_series(1, ?) i join (select id, area_code,
            row_number() over (order by area_code) as n, count(*) over () as of from audience) u
          on u.n = i % u.of + 1
        """,
        speakers);
    sql.update(
        """
        insert into department (id, version, code, name, area_code)
        values (gen_random_uuid(), 1, 'BENCH', '广电', ?)
        """,
        city);
  }

  /** Children of all that have none yet: their codes go on after so many digits. */
  private static void below(
      Sql sql, String city, String level, String name, int after, int digits, int count) {
    sql.update(
        """
        insert into area (code, parent, level, name, path)
        select child, code, ?, ?, path || child || '/'
        from (
          select a.code, a.path,
            rpad(left(a.code, ?) || lpad(i::text, ?, '0'), 12, '0') as child
          from area a, generate_series(1, ?) i
          where starts_with(a.path, ?)
            and not exists (select 1 from area b where b.parent = a.code)) made
        """,
        level,
        name,
        after,
        digits,
        count,
        city);
  }
}
