package firstline.market;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import java.util.Arrays;
import java.util.UUID;

/** A county with two departments, straight into the tables; each test has its own. */
public record Bureau(Sql sql, String county, UUID department, UUID other) {
  /** Founds it under the six digits. */
  public static Bureau found(Sql sql, String digits) {
    var county = digits + "000000";
    sql.update(
        "insert into area (code, parent, level, name, path) values (?, null, 'COUNTY', '市场县', ?)",
        county,
        county + "/");
    return new Bureau(sql, county, department(sql, county, "A"), department(sql, county, "B"));
  }

  private static UUID department(Sql sql, String county, String letter) {
    var id = UUID.randomUUID();
    sql.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, ?, ?, ?)",
        id,
        letter + county,
        "市场监管" + letter,
        county);
    return id;
  }

  /** An officer of the first department who runs what needs the first of the rights. */
  public Desk desk(String... rights) {
    return desk(department, county + "/", rights);
  }

  /** One of a department with the rights over a path. */
  public Desk desk(UUID of, String path, String... rights) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "officer",
            "贺建军",
            of,
            "市场监管",
            "Market",
            county,
            "市场县",
            "zh",
            Arrays.stream(rights).map(right -> new OfficerOnDuty.Grant(right, path)).toList(),
            null));
    if (rights.length > 0) {
      desk.begin(rights[0]);
    }
    return desk;
  }
}
