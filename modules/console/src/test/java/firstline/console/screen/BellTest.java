package firstline.console.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.right.OfficerOnDuty;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The bell's number is counted seldom, and anew after its officer did something. */
class BellTest {
  private static final UUID ME = UUID.randomUUID();

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-27T01:30:00Z"));
  private final Bell bell = new Bell(clock);
  private final AtomicInteger counted = new AtomicInteger();

  private static OfficerOnDuty officer(UUID id, String... rights) {
    return new OfficerOnDuty(
        id,
        "clerk",
        "何秀兰",
        UUID.randomUUID(),
        "网信办",
        "",
        "511500000000",
        "宜宾市",
        "zh",
        List.of(rights).stream()
            .map(right -> new OfficerOnDuty.Grant(right, "511500000000/"))
            .toList(),
        null);
  }

  private long count(OfficerOnDuty officer) {
    return bell.count(officer, counted::incrementAndGet);
  }

  @Test
  void theNumberIsKeptForSomeSeconds() {
    var me = officer(ME, "rumour.read");
    assertEquals(1, count(me));
    assertEquals(1, count(me));
    clock.move(Bell.KEPT);
    assertEquals(2, count(me));
  }

  @Test
  void whatTheOfficerDidLetsItGo() {
    var me = officer(ME, "rumour.read");
    var other = officer(UUID.randomUUID(), "rumour.read");
    assertEquals(1, count(me));
    assertEquals(2, count(other));
    bell.letGo(me);
    assertEquals(3, count(me));
    assertEquals(2, count(other), "another's stays");
  }

  @Test
  void aPageThatCountsSetsIt() {
    var me = officer(ME, "rumour.read");
    count(me);
    assertEquals(40, bell.keep(me, () -> 40));
    assertEquals(40, count(me));
  }

  @Test
  void otherRightsAreCountedAnew() {
    var me = officer(ME, "rumour.read");
    assertEquals(1, count(me));
    var more =
        new OfficerOnDuty(
            me.id(),
            me.username(),
            me.name(),
            me.departmentId(),
            me.departmentName(),
            me.departmentNameEn(),
            me.areaCode(),
            me.areaName(),
            me.language(),
            List.of(),
            null);
    assertEquals(2, count(more));
  }
}
