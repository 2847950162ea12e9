package firstline.persistence.chosen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.chosen.Setting.Effect;
import firstline.persistence.database.DatabaseFailure;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.OfficerOnDuty.Grant;
import firstline.persistence.right.Rights;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Seeded;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangingASettingTest {
  private static final String CITY = "510100000000";
  private static final String COUNTY = "510102000000";
  private static final Setting DAYS =
      Setting.number("test.days", Rights.ADMIN_SYSTEM, 400, 190, 3650, "days", Effect.NEXT_DAY);
  private static final Setting SCREEN =
      Setting.flag("test.screen", Rights.ADMIN_SECURITY, true, Effect.AT_ONCE);
  private static final Setting NIGHT =
      Setting.hour("test.night", Rights.ADMIN_SYSTEM, "22:00", Effect.NEXT_FORM);
  private static final SettingBook BOOK =
      new SettingBook(List.<SettingContribution>of(() -> List.of(DAYS, SCREEN, NIGHT)));

  private final Sql sql = TestDatabase.sql();
  private final ChosenSettings chosen = new ChosenSettings(sql);
  private final MutableClock clock = MutableClock.at("2026-11-24T02:00:00Z");

  @BeforeEach
  void aCityWithoutChoices() {
    TestDatabase.owner().update("truncate area cascade");
    TestDatabase.owner().update("truncate setting, setting_step");
    area(CITY, null, CITY + "/");
    area(COUNTY, CITY, CITY + "/" + COUNTY + "/");
  }

  private void area(String code, String parent, String path) {
    sql.update(
        "insert into area (code, parent, level, name, path) values (?, ?, 'CITY', '甲', ?)",
        code,
        parent,
        path);
  }

  @ThreeLocales
  @Requirement({"R112.1", "R112.2", "R112.3"})
  void aChangeIsSeenAtOnceAndStandsInTheJournal() {
    assertEquals(400, chosen.number(DAYS));
    var done = keeper().change(command(DAYS, 0, "200"));
    assertEquals(200, chosen.number(DAYS));
    assertEquals(List.of("400", "200"), List.of(done.before(), done.after()));
    clock.move(java.time.Duration.ofHours(1));
    keeper().change(command(DAYS, 1, "500"));
    assertEquals(500, chosen.number(DAYS));
    var steps = queries(Rights.ADMIN_SYSTEM).steps();
    assertEquals(
        List.of("200 → 500", "400 → 200"),
        steps.stream().map(step -> step.before() + " → " + step.after()).toList());
    assertEquals("于敏", steps.get(0).officer());
    assertEquals("因检查要求", steps.get(0).reason());
    assertEquals(clock.instant(), steps.get(0).at());
  }

  @Test
  @Requirement("R112.3")
  void nobodyChangesTheJournal() {
    keeper().change(command(DAYS, 0, "200"));
    assertThrows(DatabaseFailure.class, () -> sql.update("update setting_step set after = '9'"));
    assertThrows(DatabaseFailure.class, () -> sql.update("delete from setting_step"));
    assertThrows(DatabaseFailure.class, () -> sql.update("delete from setting"));
  }

  @Test
  @Requirement("R112.4")
  void whatCannotBeIsRefusedAndChangesNothing() {
    refused("setting.number", DAYS, "two hundred");
    refused("setting.number", DAYS, "-200");
    refused("setting.number", DAYS, "");
    refused("setting.number", DAYS, "99999999999");
    refused("setting.bounds", DAYS, "189");
    refused("setting.bounds", DAYS, "3651");
    refused("setting.same", DAYS, "400");
    refused("setting.hour", NIGHT, "25:00");
    refused("setting.hour", NIGHT, "9:00");
    assertThrows(
        NotFound.class,
        () -> keeper().change(new ChangeSetting.Command("no.such", 0, "1", "因检查要求")));
    var security = desk(Rights.ADMIN_SECURITY, CITY + "/");
    assertEquals(
        "setting.choice",
        assertThrows(Refusal.class, () -> change(security).change(command(SCREEN, 0, "maybe")))
            .code());
    assertEquals(0, (long) sql.one("select count(*) from setting", row -> row.number(1)));
    assertTrue(queries(Rights.ADMIN_AUDIT).steps().isEmpty());
  }

  @Test
  @Requirement("R112.1")
  void onlyTheKeeperOfTheWholeChanges() {
    for (var desk :
        List.of(
            desk(Rights.ADMIN_SECURITY, CITY + "/"),
            desk(Rights.ADMIN_SYSTEM, CITY + "/" + COUNTY + "/"),
            desk("rumour.read", CITY + "/"))) {
      assertEquals(
          "right.missing",
          assertThrows(Refusal.class, () -> change(desk).change(command(DAYS, 0, "200"))).code());
    }
    assertThrows(
        Refusal.class, () -> new SettingQueries(sql, desk("rumour.read", CITY + "/"), BOOK).all());
    assertEquals(
        List.of(false, true, false),
        queries(Rights.ADMIN_SECURITY).all().stream().map(SettingQueries.View::mine).toList());
  }

  @Test
  @Requirement("R112.4")
  void ofTwoWhoChangeAtOnceOneIsToldOfTheOther() {
    Seeded.cases(
        10,
        draw -> {
          TestDatabase.owner().update("truncate setting, setting_step");
          var version = draw.chance(0.5) ? 0L : 1L;
          if (version == 1) {
            keeper().change(command(DAYS, 0, "300"));
          }
          var both =
              List.of(draw.between(190, 250), draw.between(251, 299)).stream()
                  .map(
                      days ->
                          CompletableFuture.supplyAsync(
                              () ->
                                  TestDatabase.inTransaction(
                                      one ->
                                          new ChangeSetting(
                                                  one,
                                                  desk(Rights.ADMIN_SYSTEM, CITY + "/"),
                                                  clock,
                                                  BOOK,
                                                  changed -> {})
                                              .change(
                                                  command(DAYS, version, Integer.toString(days))))))
                  .toList();
          var won = 0;
          for (var one : both) {
            try {
              one.join();
              won++;
            } catch (CompletionException failure) {
              assertEquals(Conflict.class, failure.getCause().getClass());
            }
          }
          assertEquals(1, won);
          assertEquals(
              version + 1,
              (long) sql.one("select count(*) from setting_step", row -> row.number(1)));
        });
  }

  @Test
  @Requirement("R112.2")
  void whatIsOutOfBoundsCountsAsNotChosen() {
    sql.update("insert into setting (key, value, version) values ('test.days', '12', 1)");
    sql.update("insert into setting (key, value, version) values ('test.night', 'soon', 1)");
    assertEquals(400, chosen.number(DAYS));
    assertEquals("22:00", chosen.text(NIGHT));
    assertTrue(chosen.on(SCREEN));
  }

  @Test
  @Requirement("R112.8")
  void theDatabaseItselfKeepsTheRecordForHalfAYear() {
    for (var value : List.of("189", "0", "-200", "many", "1e9")) {
      assertThrows(
          DatabaseFailure.class,
          () ->
              TestDatabase.owner()
                  .update(
                      "insert into setting (key, value, version) values ('retention.audit', ?, 1)",
                      value),
          value);
    }
    TestDatabase.owner()
        .update("insert into setting (key, value, version) values ('retention.audit', '190', 1)");
  }

  private void refused(String code, Setting setting, String value) {
    assertEquals(
        code,
        assertThrows(Refusal.class, () -> keeper().change(command(setting, 0, value))).code());
  }

  private static ChangeSetting.Command command(Setting setting, long version, String value) {
    return new ChangeSetting.Command(setting.key(), version, value, " 因检查要求 ");
  }

  private ChangeSetting keeper() {
    return change(desk(Rights.ADMIN_SYSTEM, CITY + "/"));
  }

  private ChangeSetting change(Desk desk) {
    return new ChangeSetting(sql, desk, clock, BOOK, chosen::forget);
  }

  private SettingQueries queries(String right) {
    return new SettingQueries(sql, desk(right, CITY + "/"), BOOK);
  }

  private static Desk desk(String right, String path) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            Ids.next(),
            "yu",
            "于敏",
            Ids.next(),
            "市政府办公室",
            "",
            CITY,
            "甲",
            "zh",
            List.of(new Grant(right, path)),
            null));
    return desk;
  }
}
