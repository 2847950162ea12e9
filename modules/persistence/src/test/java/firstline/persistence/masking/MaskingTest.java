package firstline.persistence.masking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.chosen.ChosenSettings;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MaskingTest {
  private static final String AREA = "953000000000";

  private final Sql sql = TestDatabase.sql();
  private final MutableClock clock = MutableClock.at("2026-11-25T02:00:00Z");
  private final UUID record = Ids.next();
  private int recorded;

  @BeforeEach
  void aHouse() {
    sql.update(
        "insert into area (code, level, name, path) values (?, 'CITY', '甲', ?)"
            + " on conflict do nothing",
        AREA,
        AREA + "/");
    sql.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, ?, '局', ?)"
            + " on conflict do nothing",
        UUID.nameUUIDFromBytes(new byte[] {9, 5, 3}),
        "MASKING",
        AREA);
    choose("masked");
  }

  @AfterEach
  void asItWas() {
    choose("masked");
  }

  @Test
  @Requirement({"R124.1", "R124.2"})
  void untilSomebodyChoosesItIsMasked() {
    assertEquals("", onPage(desk(null)));
    assertEquals(0, recorded);
  }

  @Test
  @Requirement({"R124.1", "R124.2"})
  void eachLookIsRecordedOnceAnOfficerRecordAndHour() {
    choose("handlers");
    var zhang = desk(null);
    assertEquals("first", onPage(zhang));
    assertEquals("again", onPage(zhang));
    clock.move(Duration.ofMinutes(59));
    assertEquals("again", onPage(zhang));
    clock.move(Duration.ofMinutes(1));
    assertEquals("first", onPage(zhang), "an hour later it is a new look");
    assertEquals("again", onPage(zhang));
    assertEquals("first", onPage(desk(null)), "another officer");
    assertEquals(
        "first", masking(zhang).onPage(Ids.next(), () -> "first", () -> "again"), "another record");
    assertEquals(3, recorded);
    choose("masked");
    assertEquals("", onPage(zhang), "as soon as it is chosen off");
  }

  @Test
  @Requirement("R124.2")
  void throughAnothersEyesNothingIsUncovered() {
    choose("handlers");
    assertEquals("", onPage(desk(UUID.randomUUID())));
    var covered = assertThrows(Refusal.class, () -> masking(desk(null)).requireNoted(record));
    assertEquals("contact.covered", covered.code());
  }

  private String onPage(Desk desk) {
    var masking = masking(desk);
    return masking.onPage(
        record,
        () -> {
          masking.note(record);
          recorded++;
          return "first";
        },
        () -> {
          masking.requireNoted(record);
          return "again";
        });
  }

  private Masking masking(Desk desk) {
    return new Masking(new ChosenSettings(sql), sql, desk, clock);
  }

  private void choose(String value) {
    sql.update(
        "insert into setting (key, value, version) values ('screen.contacts', ?, 1)"
            + " on conflict (key) do update set value = excluded.value",
        value);
  }

  private Desk desk(@Nullable UUID lookedAtBy) {
    var id = Ids.next();
    var department = UUID.nameUUIDFromBytes(new byte[] {9, 5, 3});
    sql.update(
        "insert into officer (id, version, username, name, department_id, area_code, created_at)"
            + " values (?, 1, ?, '张三', ?, ?, now())",
        id,
        id.toString(),
        department,
        AREA);
    var officer =
        new OfficerOnDuty(
            id, id.toString(), "张三", department, "局", "", AREA, "甲", "zh", List.of(), null);
    var desk = new Desk();
    desk.seat(lookedAtBy == null ? officer : officer.lookedAtBy(lookedAtBy));
    return desk;
  }
}
