package firstline.persistence.calendar;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.OfficerOnDuty.Grant;
import firstline.persistence.right.Rights;
import java.util.List;
import java.util.UUID;

/** A city with two counties, and an officer who keeps the calendar of a part of it. */
final class CalendarCity {
  static final String CITY = "511500000000";
  private static final UUID LI = UUID.randomUUID();

  private CalendarCity() {}

  /** Founds it, in place of every other. */
  static void found() {
    var owner = TestDatabase.owner();
    owner.update("truncate area cascade");
    owner.update(
        "insert into area (code, level, name, path) values"
            + " ('511500000000', 'CITY', '宜宾市', '511500000000/')");
    owner.update(
        "insert into area (code, parent, level, name, path) values"
            + " ('511502000000', '511500000000', 'COUNTY', '翠屏区', '511500000000/511502000000/'),"
            + " ('511503000000', '511500000000', 'COUNTY', '南溪区', '511500000000/511503000000/')");
    var department = UUID.randomUUID();
    owner.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, 'd', '局', ?)",
        department,
        CITY);
    owner.update(
        "insert into officer (id, version, username, name, department_id, area_code, created_at)"
            + " values (?, 1, 'li', '李敏', ?, ?, now())",
        LI,
        department,
        CITY);
  }

  /** The officer, with the areas of the path in scope. */
  static Desk keeper(String path) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            LI,
            "li",
            "李敏",
            UUID.randomUUID(),
            "局",
            "",
            CITY,
            "宜宾市",
            "zh",
            List.of(new Grant(Rights.ADMIN_SYSTEM, path)),
            null));
    desk.begin(Rights.ADMIN_SYSTEM);
    return desk;
  }
}
