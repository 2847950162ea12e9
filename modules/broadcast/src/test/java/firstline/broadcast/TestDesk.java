package firstline.broadcast;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import java.util.Arrays;
import java.util.UUID;

/** Officers at their desks: as the sign-in would seat them, running something already. */
public final class TestDesk {
  private TestDesk() {}

  /** One who is in no table, of an area, with rights over the path; the first is being run. */
  public static Desk of(String area, String path, String... rights) {
    return running(officer(UUID.randomUUID(), UUID.randomUUID(), area, path, rights), rights[0]);
  }

  /** The same, whose area is that of the path's first twelve digits. */
  public static Desk of(String path, String right) {
    return of(path.isEmpty() ? "000000000000" : path.substring(0, 12), path, right);
  }

  /** One of the city who stands in the tables, with rights over all of it. */
  public static OfficerOnDuty known(TestCity city, String... rights) {
    return known(city.sql(), city.department(), city.code(), city.code() + "/", rights);
  }

  /** One of a department who stands in the tables, with rights over the path. */
  public static OfficerOnDuty known(
      Sql sql, UUID department, String area, String path, String... rights) {
    var id = UUID.randomUUID();
    sql.update(
        """
        insert into officer (id, version, username, name, department_id, area_code, created_at)
        values (?, 1, ?, '王敏', ?, ?, now())
        """,
        id,
        id.toString(),
        department,
        area);
    return officer(id, department, area, path, rights);
  }

  /** The desk of one who stands in the tables, and may read besides. */
  public static Desk at(Sql sql, UUID department, String area, String path, String right) {
    return running(known(sql, department, area, path, right, BroadcastRights.READ), right);
  }

  /** The desk at which the officer runs what needs the right. */
  public static Desk running(OfficerOnDuty officer, String right) {
    var desk = new Desk();
    desk.seat(officer);
    desk.begin(right);
    return desk;
  }

  private static OfficerOnDuty officer(
      UUID id, UUID department, String area, String path, String... rights) {
    return new OfficerOnDuty(
        id,
        id.toString(),
        "王敏",
        department,
        "广电",
        "Broadcast",
        area,
        "播市",
        "zh",
        Arrays.stream(rights).map(right -> new OfficerOnDuty.Grant(right, path)).toList(),
        null);
  }

  /** One who may do nothing. */
  public static OfficerOnDuty anybody() {
    return officer(UUID.randomUUID(), UUID.randomUUID(), "957300000000", "", new String[0]);
  }
}
