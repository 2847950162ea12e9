package firstline.rumour.typing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.rumour.RumourRights;
import firstline.rumour.TestOffice;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@Requirement("R2.13")
class WhatIsTypedIsKeptTest {
  private static final MutableClock CLOCK = MutableClock.at("2026-02-01T08:00:00Z");
  private static TestOffice office = new TestOffice(TestDatabase.sql(), "", UUID.randomUUID());

  private final String subject = "rebuttal:" + UUID.randomUUID();

  @BeforeAll
  static void anOffice() {
    office = TestOffice.found(TestDatabase.owner(), "961000000000");
  }

  @Test
  void theLastOfItIsOfferedToWhoTypedItAndToNobodyElse() {
    var li = office.desk("李", RumourRights.DRAFT);
    var wang = office.desk("王", RumourRights.DRAFT);
    keep(li, Map.of("fact", "事"));
    CLOCK.move(Duration.ofSeconds(5));
    keep(li, Map.of("fact", "事实<script>\"", "advice", "两\n行"));
    var kept = typed(li).in(subject).orElseThrow();
    assertEquals(Map.of("fact", "事实<script>\"", "advice", "两\n行"), kept.fields());
    assertEquals(CLOCK.instant(), kept.savedAt());
    assertTrue(typed(wang).in(subject).isEmpty());
  }

  @Test
  void whatIsSavedOrDroppedIsGone() {
    var li = office.desk("李", RumourRights.DRAFT);
    keep(li, Map.of("fact", "事实"));
    typed(li).done(subject);
    assertTrue(typed(li).in(subject).isEmpty());
  }

  @Test
  void afterThirtyDaysItIsForgotten() {
    var li = office.desk("李", RumourRights.DRAFT);
    keep(li, Map.of("fact", "事实"));
    var forget = new ForgetTyped(TestDatabase.sql(), CLOCK);
    CLOCK.move(Duration.ofDays(29));
    forget.forget(500);
    assertTrue(typed(li).in(subject).isPresent());
    CLOCK.move(Duration.ofDays(2));
    assertTrue(forget.forget(500) >= 1);
    assertTrue(typed(li).in(subject).isEmpty());
  }

  @Test
  void moreThanAFormHoldsIsRefused() {
    var li = office.desk("李", RumourRights.DRAFT);
    var refusal =
        assertThrows(Refusal.class, () -> keep(li, Map.of("explanation", "字".repeat(100_001))));
    assertEquals("typing.long", refusal.code());
  }

  private void keep(Desk desk, Map<String, String> fields) {
    new KeepTyped(TestDatabase.sql(), desk, CLOCK).keep(new KeepTyped.Command(subject, fields));
  }

  private static Typed typed(Desk desk) {
    return new Typed(TestDatabase.sql(), desk);
  }
}
