package firstline.broadcast.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Language;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreviewingRecurrencesTest {
  private static final String CITY = "990300000000";
  private static final String VILLAGE = "990301001001";

  private final Sql sql = TestDatabase.sql();
  private final Language language = new Language();
  private RecurrenceResource resource;

  @BeforeEach
  void found() throws ReflectiveOperationException {
    sql.update("delete from calendar_overlay where area_code in (?, ?)", CITY, VILLAGE);
    sql.update("delete from area where code in (?, ?)", VILLAGE, CITY);
    sql.update(
        "insert into area (code, parent, level, name, path) values (?, null, 'CITY', '测市', ?)",
        CITY,
        CITY + "/");
    sql.update(
        "insert into area (code, parent, level, name, path) values (?, ?, 'VILLAGE', '测村', ?)",
        VILLAGE,
        CITY,
        CITY + "/" + VILLAGE + "/");
    var calendar = WorkingCalendar.class.getDeclaredConstructor(Sql.class);
    calendar.setAccessible(true);
    resource = new RecurrenceResource();
    inject("previewRecurrence", new PreviewRecurrence(calendar.newInstance(sql)));
    inject("language", language);
  }

  private void inject(String name, Object value) throws ReflectiveOperationException {
    var field = RecurrenceResource.class.getDeclaredField(name);
    field.setAccessible(true);
    field.set(resource, value);
  }

  private static RecurrenceResource.Question question(
      String rule, String calendar, String area, Integer limit, String until) {
    return new RecurrenceResource.Question(
        "2026-03-02T06:30:00", rule, null, null, calendar, area, limit, until);
  }

  @Test
  @Requirement("R30.8")
  void theNextStartsComeWithTheirOffset() {
    var answer = resource.preview(question("FREQ=DAILY", null, null, 2, null));
    assertEquals(
        List.of("2026-03-02T06:30:00+08:00", "2026-03-03T06:30:00+08:00"), answer.occurrences());
    assertTrue(answer.more());
    assertFalse(answer.provisional());
    assertEquals("每天 06:30；自 2026-03-02 起", answer.readBack());
    assertEquals("Every day at 06:30; from 2026-03-02 on", answer.readBacks().en());
    language.choose("en");
    var english = resource.preview(question("FREQ=DAILY", null, null, null, null));
    assertEquals(english.readBacks().en(), english.readBack());
    assertEquals(10, english.occurrences().size());
  }

  @Test
  @Requirement("R30.8")
  void theListIsCutAtAThousandAndSaysSo() {
    var answer = resource.preview(question("FREQ=DAILY", "ALL", "", 1_000_000, ""));
    assertEquals(1_000, answer.occurrences().size());
    assertTrue(answer.more());
    var whole = resource.preview(question("FREQ=DAILY;COUNT=3", "ALL", "", 1_000_000, ""));
    assertEquals(3, whole.occurrences().size());
    assertFalse(whole.more());
  }

  @Test
  @Requirement("R30.8")
  void theListEndsWithItsDayOrTime() {
    var day = resource.preview(question("FREQ=DAILY", null, null, null, "2026-03-04"));
    assertEquals(3, day.occurrences().size());
    assertFalse(day.more());
    var time = resource.preview(question("FREQ=DAILY", null, null, null, "2026-03-04T06:29:59"));
    assertEquals(2, time.occurrences().size());
    var before = resource.preview(question("FREQ=DAILY", null, null, null, "2026-03-01"));
    assertEquals(List.of(), before.occurrences());
    var refusal =
        assertThrows(
            Refusal.class,
            () -> resource.preview(question("FREQ=DAILY", null, null, null, "someday")));
    assertEquals("recurrence.until", refusal.code());
  }

  @Test
  @Requirement({"R30.3", "R30.8"})
  void aYearWithoutItsNoticeMakesTheListProvisional() {
    var settled = resource.preview(question("FREQ=DAILY", "WORKDAYS", null, 20, null));
    assertFalse(settled.provisional());
    var open = resource.preview(question("FREQ=DAILY", "WORKDAYS", null, 500, null));
    assertTrue(open.provisional());
  }

  @Test
  @Requirement({"R30.3", "R30.8"})
  void theAreasOwnDaysCount() {
    sql.update(
        """
        insert into calendar_overlay (area_code, day, working, name)
        values (?, date '2026-03-03', false, '洪水')
        """,
        CITY);
    var answer = resource.preview(question("FREQ=DAILY", "WORKDAYS", VILLAGE, 2, null));
    assertEquals(
        List.of("2026-03-02T06:30:00+08:00", "2026-03-04T06:30:00+08:00"), answer.occurrences());
    assertThrows(
        NotFound.class,
        () -> resource.preview(question("FREQ=DAILY", "WORKDAYS", "999999999999", 2, null)));
  }

  @Test
  @Requirement({"R30.2", "R30.8"})
  void whatIsNotSaidIsRefusedAndNotGuessed() {
    var nothing = new RecurrenceResource.Question(null, null, null, null, null, null, null, null);
    var refusal = assertThrows(Refusal.class, () -> resource.preview(nothing));
    assertEquals("recurrence.start", refusal.code());
  }
}
