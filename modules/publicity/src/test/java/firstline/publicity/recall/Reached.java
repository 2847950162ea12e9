package firstline.publicity.recall;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.publicity.PublicityRights;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A county with a version that cites a rebuttal and so many villages that hold 10 copies each. */
record Reached(String county, UUID version, UUID recall, UUID batch) {
  private static final Sql SQL = TestDatabase.keptOwner();
  static final Instant NOW = Instant.parse("2026-11-26T01:30:00Z");

  static Reached found(String digits, int villages, String reference) {
    var county = digits + "000000";
    var version = UUID.randomUUID();
    var batch = UUID.randomUUID();
    SQL.update(
        """
        insert into area (code, parent, level, name, path) values (?, null, 'COUNTY', '县', ?)
        """,
        county,
        county + "/");
    SQL.update(
        """
        insert into area (code, parent, level, name, path)
        select ? || lpad(i::text, 6, '0'), ?, 'VILLAGE', '村' || i,
          ? || ? || lpad(i::text, 6, '0') || '/' from generate_series(1, ?) i
        """,
        digits,
        county,
        county + "/",
        digits,
        villages);
    SQL.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, ?, '宣传', ?)",
        version,
        "R" + digits,
        county);
    SQL.update(
        """
        insert into material (id, version, area_code, department_id, department_name, number,
          kind, title, state, drafted_at, published_at)
        values (?, 1, ?, ?, '宣传', ?, 'LEAFLET', '传单', 'PUBLISHED', now(), now())
        """,
        version,
        county,
        version,
        "R-" + digits);
    SQL.update(
        "insert into variant (id, material_id, language, made_at) values (?, ?, 'zh', now())",
        version,
        version);
    SQL.update(
        """
        insert into material_version (id, version, area_code, material_id, variant_id, ordinal,
          title, source, source_ref, source_hash, hash, state, writers, drafted_at, published_at)
        values (?, 1, ?, ?, ?, 1, '传单', 'REBUTTAL', ?, repeat('1', 64), repeat('0', 64),
          'PUBLISHED', '', now(), now())
        """,
        version,
        county,
        version,
        version,
        reference);
    SQL.update(
        """
        insert into print_run (id, area_code, department_id, department_name, number, version_id,
          printer, cost, printed, stock, printed_at)
        values (?, ?, ?, '宣传', ?, ?, '印刷厂', 100, ?, ?, now())
        """,
        batch,
        county,
        version,
        "B-" + digits,
        version,
        10L * villages,
        10L * villages);
    SQL.update(
        """
        insert into holding (batch_id, area_code, quantity)
        select ?, code, 10 from area where parent = ?
        """,
        batch,
        county);
    var recall = UUID.randomUUID();
    SQL.update(
        """
        insert into material_recall (id, area_code, material_id, version_id, reason, cause,
          officer_name, department_name, recalled_at)
        values (?, ?, ?, ?, '电话号码有误', 'OFFICER', '王敏', '宣传', ?)
        """,
        recall,
        county,
        version,
        version,
        NOW);
    return new Reached(county, version, recall, batch);
  }

  String village(int place) {
    return county.substring(0, 6) + String.format(java.util.Locale.ROOT, "%06d", place);
  }

  UUID task(int place) {
    return SQL.one(
        "select id from recall_task where recall_id = ? and area_code = ? and kind = 'STOCK'",
        row -> row.id(1),
        recall,
        village(place));
  }

  /** The desk of the storekeeper of a village. */
  Desk keeper(int place) {
    var path = county + "/" + village(place) + "/";
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "keeper",
            "吕春燕",
            version,
            "村",
            "Village",
            village(place),
            "村",
            "zh",
            List.of(
                new OfficerOnDuty.Grant(PublicityRights.READ, path),
                new OfficerOnDuty.Grant(PublicityRights.STOCK, path)),
            null));
    desk.begin(PublicityRights.READ);
    return desk;
  }
}
