package firstline.publicity;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import java.util.Arrays;
import java.util.UUID;

/** A city with one department, straight into the tables, and officers at their desks. */
public record FilesOffice(Sql sql, String code, UUID department) {
  /** Founds it under six digits that no other test has. */
  public static FilesOffice found(Sql sql, String digits) {
    var code = digits + "000000";
    var department = UUID.randomUUID();
    sql.update(
        "insert into area (code, parent, level, name, path) values (?, null, 'CITY', '宣市', ?)",
        code,
        code + "/");
    sql.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, ?, '宣传', ?)",
        department,
        "P" + digits,
        code);
    return new FilesOffice(sql, code, department);
  }

  /** An officer of the city with these rights over all of it, of which the first is being run. */
  public Desk desk(String... rights) {
    var id = UUID.randomUUID();
    sql.update(
        """
        insert into officer (id, version, username, name, department_id, area_code, created_at)
        values (?, 1, ?, '李雪', ?, ?, now())
        """,
        id,
        id.toString(),
        department,
        code);
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            id,
            id.toString(),
            "李雪",
            department,
            "宣传",
            "Publicity",
            code,
            "宣市",
            "zh",
            Arrays.stream(rights).map(right -> new OfficerOnDuty.Grant(right, code + "/")).toList(),
            null));
    desk.begin(rights[0]);
    return desk;
  }

  /** A material with one version in the state, whose file is of the content; the version's id. */
  public UUID version(String number, String title, UUID file, String state) {
    var material = UUID.randomUUID();
    var variant = UUID.randomUUID();
    var version = UUID.randomUUID();
    sql.update(
        """
        insert into material (id, version, area_code, department_id, department_name, number, kind,
          title, state, drafted_at, published_at)
        values (?, 1, ?, ?, '宣传', ?, 'POSTER', ?, ?, now(),
          case when ? in ('PUBLISHED', 'RECALLED') then now() end)
        """,
        material,
        code,
        department,
        number,
        title,
        state,
        state);
    sql.update(
        "insert into variant (id, material_id, language, made_at) values (?, ?, 'zh', now())",
        variant,
        material);
    sql.update(
        """
        insert into material_version (id, version, area_code, material_id, variant_id, ordinal,
          title, file_id, sha256, media_type, source, hash, state, writers, drafted_at,
          published_at)
        select ?, 1, ?, ?, ?, 1, ?, f.id, f.sha256, f.media_type, 'FREE', repeat('0', 64), ?, '',
          now(), case when ? in ('PUBLISHED', 'RECALLED') then now() end
        from stored_file f where f.id = ?
        """,
        version,
        code,
        material,
        variant,
        title,
        state,
        state,
        file);
    return version;
  }
}
