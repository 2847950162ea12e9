package firstline.console.admin.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.OfficerOnDuty.Grant;
import firstline.persistence.right.Rights;
import firstline.testkit.wait.Await;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepingRolesApartTest {
  private static final String CITY = "511500000000";
  private static final String COUNTY = "511502000000";
  private static final String OTHER = "511600000000";
  private static final String SYSTEM = "SYSTEM_ADMINISTRATOR";
  private static final String SECURITY = "SECURITY_ADMINISTRATOR";
  private static final String AUDIT = "AUDIT_ADMINISTRATOR";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);

  private final Sql sql = TestDatabase.sql();
  private final UUID department = Ids.next();
  private UUID guard = Ids.next();
  private UUID clerk = Ids.next();

  @BeforeEach
  void oneGuardAndOneClerk() {
    TestDatabase.owner().update("truncate area cascade");
    area(CITY, CITY + "/");
    area(COUNTY, CITY + "/" + COUNTY + "/");
    area(OTHER, OTHER + "/");
    sql.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, 'a', '甲', ?)",
        department,
        CITY);
    guard = officer("guard", CITY);
    clerk = officer("clerk", CITY);
    hold(guard, SECURITY);
  }

  @Test
  void nobodyHoldsTwoOfTheThree() {
    for (var held : List.of(SYSTEM, SECURITY, AUDIT)) {
      var officer = officer("o-" + held.toLowerCase(Locale.ROOT), CITY);
      hold(officer, held);
      for (var wanted : List.of(SYSTEM, SECURITY, AUDIT)) {
        if (!wanted.equals(held)) {
          assertRefused("role.separation", () -> asGuard().give(role(officer, wanted, CITY)));
        }
      }
    }
  }

  @Test
  void theSameAdministratorMayServeASecondAreaAndIsGivenItOnce() {
    hold(clerk, AUDIT);
    asGuard().give(role(clerk, AUDIT, COUNTY));
    assertRefused("role.held", () -> asGuard().give(role(clerk, AUDIT, COUNTY)));
    assertEquals(2, roles(clerk));
  }

  @Test
  void nobodyChangesTheirOwnRolesOrState() {
    assertRefused("role.own", () -> asGuard().give(role(guard, AUDIT, CITY)));
    assertRefused("role.own", () -> asGuard().take(role(guard, SECURITY, CITY)));
    assertRefused("role.own", () -> asGuard().deactivate(guard));
    assertRefused("role.own", () -> asGuard().resetFactor(guard));
  }

  @Test
  void theLastSecurityAdministratorStays() {
    var second = officer("second", CITY);
    var keep = as(second, CITY + "/", sql);
    assertRefused("role.last-security", () -> keep.deactivate(guard));
    assertRefused("role.last-security", () -> keep.take(role(guard, SECURITY, CITY)));
    hold(second, SECURITY);
    keep.take(role(guard, SECURITY, CITY));
    assertEquals(0, roles(guard));
  }

  @Test
  void anInactiveSecurityAdministratorDoesNotCount() {
    var second = officer("second", CITY);
    hold(second, SECURITY);
    asGuard().deactivate(second);
    assertRefused("role.last-security", () -> as(clerk, CITY + "/", sql).deactivate(guard));
  }

  @Test
  void twoWhoDeactivateEachOtherAtOnceLeaveOne() throws Exception {
    var second = officer("second", CITY);
    hold(second, SECURITY);
    var other =
        TestDatabase.inTransaction(
            first -> {
              as(guard, CITY + "/", first).deactivate(second);
              var waiting =
                  CompletableFuture.runAsync(
                      () ->
                          TestDatabase.inTransaction(
                              mine -> {
                                as(second, CITY + "/", mine).deactivate(guard);
                                return true;
                              }));
              awaitALockThatIsWaitedFor();
              return waiting;
            });
    var failure =
        assertThrows(CompletionException.class, () -> other.orTimeout(20, TimeUnit.SECONDS).join());
    assertEquals("role.last-security", ((Refusal) failure.getCause()).code());
    long left =
        sql.one(
            "select count(*) from officer o join officer_role g on g.officer_id = o.id"
                + " where o.active",
            row -> row.number(1));
    assertEquals(1, left);
  }

  @Test
  void anAdministratorOfOneCountyReachesNoFurther() {
    var keep = as(clerk, CITY + "/" + COUNTY + "/", sql);
    assertThrows(NotFound.class, () -> keep.unlock(guard));
    var local = officer("local", COUNTY);
    assertRefused("role.area", () -> keep.give(role(local, AUDIT, CITY)));
    keep.give(role(local, AUDIT, COUNTY));
    assertEquals(1, roles(local));
  }

  @Test
  void deactivatingEndsTheSessions() {
    sql.update(
        "insert into officer_session (id, token_hash, officer_id, created_at, last_seen_at,"
            + " address, agent) values (?, ?, ?, ?, ?, '', '')",
        Ids.next(),
        new byte[] {1},
        clerk,
        CLOCK.instant().minus(Duration.ofMinutes(5)),
        CLOCK.instant());
    asGuard().deactivate(clerk);
    long living =
        sql.one(
            "select count(*) from officer_session where ended_at is null", row -> row.number(1));
    assertEquals(0, living);
  }

  private Keep asGuard() {
    return as(guard, CITY + "/", sql);
  }

  private Keep as(UUID officer, String path, Sql connection) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            officer,
            "x",
            "甲",
            department,
            "甲",
            "A",
            CITY,
            "甲",
            "zh",
            List.of(new Grant(Rights.ADMIN_SECURITY, path)),
            null));
    desk.begin(Rights.ADMIN_SECURITY);
    return new Keep(connection, desk, CLOCK);
  }

  private static Keep.RoleCommand role(UUID officer, String role, String area) {
    return new Keep.RoleCommand(officer, role, area);
  }

  private static void assertRefused(String code, Runnable work) {
    assertEquals(code, assertThrows(Refusal.class, work::run).code());
  }

  private void area(String code, String path) {
    sql.update("insert into area (code, level, name, path) values (?, 'CITY', '甲', ?)", code, path);
  }

  private UUID officer(String username, String area) {
    var id = Ids.next();
    sql.update(
        "insert into officer (id, version, username, name, department_id, area_code, created_at)"
            + " values (?, 1, ?, '甲', ?, ?, ?)",
        id,
        username,
        department,
        area,
        CLOCK.instant());
    return id;
  }

  private void hold(UUID officer, String role) {
    sql.update(
        "insert into officer_role (officer_id, role_id, area_code)"
            + " select ?, id, ? from role where code = ?",
        officer,
        CITY,
        role);
  }

  private long roles(UUID officer) {
    return sql.one(
        "select count(*) from officer_role where officer_id = ?", row -> row.number(1), officer);
  }

  private void awaitALockThatIsWaitedFor() {
    Await.until(
        () -> sql.one("select count(*) from pg_locks where not granted", row -> row.number(1)) > 0,
        Duration.ofSeconds(10));
  }
}
