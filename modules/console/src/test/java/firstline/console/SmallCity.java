package firstline.console;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import java.util.List;
import java.util.UUID;

/**
 * A city with two counties and a village in the eastern one, and another city beside it, straight
 * into the tables; each test has its own.
 */
public final class SmallCity {
  private SmallCity() {}

  /**
   * Founds both under their four digits: {@code …00}, {@code …01}, {@code …02}, {@code …01001001}.
   */
  public static void found(String digits, String name, String beside) {
    var city = digits + "00000000";
    var east = digits + "01000000";
    var west = digits + "02000000";
    var village = digits + "01001001";
    area(city, null, name, city + "/");
    area(east, city, "东县", city + "/" + east + "/");
    area(west, city, "西县", city + "/" + west + "/");
    area(village, east, "东村", city + "/" + east + "/" + village + "/");
    area(beside + "00000000", null, "别市", beside + "00000000/");
  }

  private static void area(String code, String parent, String name, String path) {
    TestDatabase.owner()
        .update(
            "insert into area (code, parent, level, name, path) values (?, ?, 'COUNTY', ?, ?)",
            code,
            parent,
            name,
            path);
  }

  /** An officer of the area without any right. */
  public static Desk desk(String area) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "li",
            "李",
            UUID.randomUUID(),
            "局",
            "",
            area,
            "",
            "zh",
            List.of(),
            null));
    return desk;
  }
}
