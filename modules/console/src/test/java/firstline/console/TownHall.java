package firstline.console;

import firstline.console.signin.Colleagues;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import java.util.UUID;

/** Officers of a {@link SmallCity} with their departments and roles in the tables, at desks. */
public final class TownHall {
  private static final Sql OWNER = TestDatabase.owner();

  private TownHall() {}

  /** A department of the area. */
  public static UUID department(String area, String name) {
    var id = UUID.randomUUID();
    OWNER.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, ?, ?, ?)",
        id,
        "d-" + id,
        name,
        area);
    return id;
  }

  /** An officer of the department who holds the rights in the area and below, at a desk. */
  public static Desk officer(
      String username, String name, String area, UUID department, String... rights) {
    var id = UUID.randomUUID();
    OWNER.update(
        """
        insert into officer (id, version, username, name, department_id, area_code, created_at)
        values (?, 1, ?, ?, ?, ?, now())
        """,
        id,
        username,
        name,
        department,
        area);
    grant(id, area, rights);
    return seated(username);
  }

  /** A role of these rights, held in the area; tells its code. */
  public static String grant(UUID officer, String area, String... rights) {
    var role = UUID.randomUUID();
    OWNER.update(
        "insert into role (id, code, name, name_en) values (?, ?, '角色', 'Role')",
        role,
        "ROLE_" + role);
    for (var right : rights) {
      OWNER.update("insert into role_right (role_id, right_key) values (?, ?)", role, right);
    }
    OWNER.update(
        "insert into officer_role (officer_id, role_id, area_code) values (?, ?, ?)",
        officer,
        role,
        area);
    return "ROLE_" + role;
  }

  /** A desk with the officer as they are in the tables now, in a use case for anybody. */
  public static Desk seated(String username) {
    var desk = new Desk();
    desk.seat(colleagues().named(username).orElseThrow());
    desk.begin(Rights.SIGNED_IN);
    return desk;
  }

  /** Reads officers. */
  public static Colleagues colleagues() {
    return new Colleagues(TestDatabase.sql());
  }
}
