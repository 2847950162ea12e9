package firstline.rumour;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.OfficerOnDuty.Grant;
import java.util.Arrays;
import java.util.UUID;

/** A city with one department, for tests on the database; each test takes a code of its own. */
public record TestOffice(Sql sql, String city, UUID department) {
  /** Founds it. */
  public static TestOffice found(Sql sql, String city) {
    var department = UUID.randomUUID();
    sql.update(
        "insert into area (code, parent, level, name, path) values (?, null, 'CITY', '测市', ?)",
        city,
        city + "/");
    sql.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, ?, '测部', ?)",
        department,
        "T" + city,
        city);
    return new TestOffice(sql, city, department);
  }

  /** A new officer at a desk who holds the rights over the whole city, and is running the first. */
  public Desk desk(String name, String... rights) {
    var id = UUID.randomUUID();
    sql.update(
        """
        insert into officer (id, version, username, name, department_id, area_code, created_at)
        values (?, 1, ?, ?, ?, ?, now())
        """,
        id,
        id.toString(),
        name,
        department,
        city);
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            id,
            id.toString(),
            name,
            department,
            "测部",
            "Department",
            city,
            "测市",
            "zh",
            Arrays.stream(rights).map(right -> new Grant(right, city + "/")).toList(),
            null));
    desk.begin(rights[0]);
    return desk;
  }

  /** A rumour that is answered by a rebuttal with one version in the state; the rebuttal's id. */
  public UUID rebuttal(String number, String state, Desk writer) {
    var id = UUID.randomUUID();
    var isPublic = state.equals("PUBLISHED");
    sql.update(
        """
        insert into rumour (id, version, area_code, department_id, department_name, number, title,
          state, changed_at, opened_at) values (?, 1, ?, ?, '测部', ?, '传言', 'REBUTTING', now(), now())
        """,
        id,
        city,
        department,
        "R-" + number);
    sql.update(
        """
        insert into rebuttal (id, version, area_code, department_id, department_name, number, state,
          created_at, created_by, changed_at, public_ordinal, public_at, first_public_at, rumour_id)
        values (?, 1, ?, ?, '测部', ?, ?, now(), ?, now(), case when ? then 1 end,
          case when ? then now() end, case when ? then now() end, ?)
        """,
        id,
        city,
        department,
        number,
        state,
        writer.officer().id(),
        isPublic,
        isPublic,
        isPublic,
        id);
    sql.update(
        """
        insert into rebuttal_version (id, rebuttal_id, ordinal, kind, claim, fact, explanation,
          sources, verdict, language, state, writers, writer_names, content_hash, written_at)
        values (?, ?, 1, 'ORIGINAL', '传言', '事实', '说明', '[]', 'FALSE', 'zh', ?, ?, ?,
          repeat('a', 64), now())
        """,
        id,
        id,
        state,
        writer.officer().id().toString(),
        writer.officer().name());
    return id;
  }
}
