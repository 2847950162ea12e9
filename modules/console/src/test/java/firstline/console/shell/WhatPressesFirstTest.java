package firstline.console.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.console.shell.TodoList.When;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.todo.TodoItem;
import firstline.persistence.todo.TodoMarks.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhatPressesFirstTest {
  /** 14:00 in China. */
  private static final Instant NOW = Instant.parse("2020-03-01T06:00:00Z");

  private static final Instant MIDNIGHT = Instant.parse("2020-03-01T16:00:00Z");

  private static TodoItem item(String id, @Nullable Instant due, boolean urgent, boolean decision) {
    return new TodoItem(
        List.of("k." + id, "k.all"), id, id, "s.OPEN", due, "/console/" + id, urgent, decision);
  }

  private static final List<TodoItem> ITEMS =
      List.of(
          item("calm", null, false, false),
          item("decide", null, false, true),
          item("urgent", null, true, false),
          item("next-week", MIDNIGHT.plus(Duration.ofDays(7)), false, false),
          item("today", MIDNIGHT, false, false),
          item("over", NOW.minus(Duration.ofDays(3)), true, false),
          item("just-over", NOW, false, false));

  private static List<String> ids(List<TodoList.Line> lines) {
    return lines.stream().map(line -> line.item().id()).toList();
  }

  @Test
  @Requirement("R102.1")
  void whatRunsOutStandsFirstThenWhatIsUrgentThenTheRest() {
    assertEquals(
        List.of("over", "just-over", "today", "next-week", "urgent", "calm", "decide"),
        ids(TodoList.of(ITEMS, Map.of(), NOW).lines()));
  }

  @Test
  @Requirement("R102.1")
  void eachTermIsToldAsItStandsInChina() {
    var lines = TodoList.of(ITEMS, Map.of(), NOW).lines();
    assertEquals(
        List.of(
            When.OVERDUE, When.OVERDUE, When.TODAY, When.LATER, When.NONE, When.NONE, When.NONE),
        lines.stream().map(TodoList.Line::when).toList());
    assertEquals(-3, lines.get(0).days());
    assertEquals("2020-03-01 14:00", lines.get(1).end());
    assertEquals("2020-03-01", lines.get(2).end());
    assertEquals(7, lines.get(3).days());
    assertEquals("2020-03-08", lines.get(3).end());
  }

  @Test
  @Requirement("R102.2")
  void todayStandWhatEndsTodayAndThenWhatIsToBeDecided() {
    var list = TodoList.of(ITEMS, Map.of(), NOW);
    assertEquals(List.of("today", "decide"), ids(list.today(10)));
    assertEquals(List.of("today"), ids(list.today(1)));
    var seen = TodoList.of(ITEMS, Map.of("k.today today", Mark.SEEN), NOW);
    assertEquals(List.of("decide"), ids(seen.today(10)));
  }

  @Test
  @Requirement({"R102.4", "R102.5"})
  void whatWasPutOffIsAsideWhatWasSeenComesLastAndACountFindsItsRows() {
    var list =
        TodoList.of(ITEMS, Map.of("k.over over", Mark.SEEN, "k.decide decide", Mark.PUT_OFF), NOW);
    assertEquals(
        List.of("just-over", "today", "next-week", "urgent", "calm", "over"), ids(list.lines()));
    assertEquals(List.of("decide"), ids(list.putOff()));
    assertEquals(List.of("today"), ids(list.of("k.today")));
    assertEquals(6, list.of("k.all").size());
    assertEquals(List.of(), list.of("k.decide"));
  }

  @Test
  @Requirement("R102.3")
  void figuresAreThoseOfTheModulesInWhichOneWorks() {
    assertTrue(HomePage.concerns(officer("market.read"), "market.letters"));
    assertFalse(HomePage.concerns(officer("market.read"), "rumour.claims"));
    assertFalse(HomePage.concerns(officer("admin.system"), "rumour.claims"));
    assertTrue(HomePage.concerns(officer("bulletin.read"), "rumour.claims"));
  }

  private static OfficerOnDuty officer(String right) {
    return new OfficerOnDuty(
        UUID.randomUUID(),
        "li",
        "李",
        UUID.randomUUID(),
        "局",
        "",
        "1",
        "市",
        "zh",
        List.of(new OfficerOnDuty.Grant(right, "1/")),
        null);
  }
}
