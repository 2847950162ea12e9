package firstline.publicity.ledger;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.publicity.PublicityRights;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A county with towns and a version to print, straight into the tables; each test has its own. */
public record Town(Sql sql, String county, UUID department, UUID version) {
  /** Founds it under the six digits. */
  public static Town found(Sql sql, String digits, String kind, String state) {
    var county = digits + "000000";
    var department = UUID.randomUUID();
    var version = UUID.randomUUID();
    sql.update(
        "insert into area (code, parent, level, name, path) values (?, null, 'COUNTY', '县', ?)",
        county,
        county + "/");
    for (var town = 1; town <= 4; town++) {
      var code = digits + "10" + town + "000";
      sql.update(
          "insert into area (code, parent, level, name, path) values (?, ?, 'TOWNSHIP', '镇', ?)",
          code,
          county,
          county + "/" + code + "/");
    }
    sql.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, ?, '宣传', ?)",
        department,
        "P" + digits,
        county);
    sql.update(
        """
        insert into material (id, version, area_code, department_id, department_name, number, kind,
          title, state, drafted_at) values (?, 1, ?, ?, '宣传', ?, ?, '传单', ?, now())
        """,
        version,
        county,
        department,
        "T-" + digits,
        kind,
        state);
    sql.update(
        "insert into variant (id, material_id, language, made_at) values (?, ?, 'zh', now())",
        version,
        version);
    sql.update(
        """
        insert into material_version (id, version, area_code, material_id, variant_id, ordinal,
          title, source, hash, state, writers, drafted_at)
        values (?, 1, ?, ?, ?, 1, '传单', 'FREE', repeat('0', 64), ?, '', now())
        """,
        version,
        county,
        version,
        version,
        state);
    return new Town(sql, county, department, version);
  }

  /** A print run in the county's store. */
  public UUID batch(long quantity) {
    return TestDatabase.inTransaction(
        sql ->
            new PrintCopies(sql, desk(PublicityRights.PRINT, county), Clock.systemUTC())
                .print(new PrintCopies.Command(version, county, "印刷厂", quantity, 1_200)));
  }

  /** One of its towns, counted from 1. */
  public String town(int place) {
    return county.substring(0, 6) + "10" + place + "000";
  }

  /** The desk of somebody who runs what needs the right over the path. */
  public Desk desk(String right, String path) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "keeper",
            "吕春燕",
            department,
            "宣传",
            "Publicity",
            county,
            "县",
            "zh",
            List.of(new OfficerOnDuty.Grant(right, path)),
            null));
    desk.begin(right);
    return desk;
  }

  public static Movement of(
      Movement.Kind kind,
      UUID batch,
      String area,
      String to,
      @Nullable UUID consignment,
      long quantity) {
    return new Movement(
        UUID.randomUUID(), batch, kind, area, to, consignment, quantity, "车站", 0, "", "清点");
  }
}
