package firstline.market.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.market.Bureau;
import firstline.market.MarketRights;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.testkit.clock.MutableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A county publishes the highest price of masks for ten days. */
class NoticingPricesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-26T01:30:00Z"));
  private final String title = "口罩限价" + UUID.randomUUID();
  private final Bureau bureau =
      TestDatabase.inTransaction(
          sql -> Bureau.found(sql, "96" + (1000 + new Random().nextInt(8999))));
  private final Desk officer = bureau.desk(MarketRights.PRICE_CHECK, MarketRights.PRICE_READ);
  private final Desk head = bureau.desk(MarketRights.PUBLISH, MarketRights.PRICE_READ);

  private UUID draft(LocalDate first, LocalDate last, PriceNotices.Price... prices) {
    return TestDatabase.inTransaction(
        sql ->
            new PriceNotices(sql, officer, clock)
                .draft(new PriceNotices.Command(title, "", first, last, List.of(prices))));
  }

  private static PriceNotices.Price price(String value) {
    return new PriceNotices.Price("口罩", "只", PriceNotices.Kind.CAP, new BigDecimal(value));
  }

  private void publish(UUID notice, Desk by) {
    TestDatabase.inTransaction(
        sql -> {
          new PriceNotices(sql, by, clock).publish(notice);
          return true;
        });
  }

  private List<String> shown() {
    return TestDatabase.inTransaction(
        sql ->
            new PublicPrices(sql, clock)
                .priceNotices().stream()
                    .filter(notice -> notice.title().equals(title))
                    .map(notice -> notice.prices().get(0).value())
                    .toList());
  }

  private static String refused(Executable work) {
    return assertThrows(Refusal.class, work).code();
  }

  @Test
  @Requirement("R94.5")
  void thePublicSeesItFromItsFirstDayToItsLast() {
    var notice = draft(TODAY.plusDays(1), TODAY.plusDays(10), price("1.50"));
    assertEquals("price-notice.own", refused(() -> publish(notice, sameWithRight())));
    publish(notice, head);
    assertEquals("price-notice.published", refused(() -> publish(notice, head)));
    assertEquals(List.of(), shown());
    clock.move(Duration.ofDays(1));
    assertEquals(List.of("1.50"), shown());
    clock.move(Duration.ofDays(9));
    assertEquals(List.of("1.50"), shown());
    clock.move(Duration.ofDays(1));
    assertEquals(List.of(), shown());
  }

  /** Who drafted it, with the right to publish. */
  private Desk sameWithRight() {
    var desk = new Desk();
    var me = officer.officer();
    desk.seat(
        new OfficerOnDuty(
            me.id(),
            me.username(),
            me.name(),
            me.departmentId(),
            me.departmentName(),
            "Market",
            me.areaCode(),
            "市场县",
            "zh",
            List.of(new OfficerOnDuty.Grant(MarketRights.PUBLISH, bureau.county() + "/")),
            null));
    desk.begin(MarketRights.PUBLISH);
    return desk;
  }

  @Test
  @Requirement("R94.5")
  void itIsTakenOffForAReason() {
    var notice = draft(TODAY, TODAY.plusDays(10), price("1.5"));
    assertEquals("price-notice.off", refused(() -> withdraw(notice, "写错")));
    publish(notice, head);
    assertEquals("price-notice.reason", refused(() -> withdraw(notice, " ")));
    withdraw(notice, "数值有误");
    assertEquals(List.of(), shown());
  }

  private List<String> steps(UUID notice) {
    return TestDatabase.inTransaction(
        sql ->
            new PriceNotices(sql, head, clock)
                .steps(notice).stream()
                    .map(step -> step.step() + " " + step.officer() + " " + step.reason())
                    .toList());
  }

  @Test
  @Requirement("R126.3")
  void itsPageTellsWhoDraftedPublishedAndTookItOff() {
    var notice = draft(TODAY, TODAY.plusDays(10), price("1.5"));
    clock.move(Duration.ofMinutes(1));
    publish(notice, head);
    clock.move(Duration.ofMinutes(1));
    withdraw(notice, "数值有误");
    assertEquals(
        List.of(
            "WITHDRAWN " + head.officer().name() + " 数值有误",
            "PUBLISHED " + head.officer().name() + " ",
            "MADE " + officer.officer().name() + " "),
        steps(notice));
    var stranger = bureau.desk(bureau.department(), "990000000000/", MarketRights.PRICE_READ);
    assertThrows(
        NotFound.class,
        () ->
            TestDatabase.inTransaction(
                sql -> new PriceNotices(sql, stranger, clock).steps(notice)));
  }

  @Test
  @Requirement("R125.3")
  void itIsFoundByItsWordsAndAPatternIsNone() {
    draft(TODAY, TODAY.plusDays(10), price("1.5"));
    for (var words : List.of(title, " " + title.substring(2, 30) + " ", "")) {
      assertEquals(1, found(words), words);
    }
    for (var words : List.of("%", "_罩", "没有的词")) {
      assertEquals(0, found(words), words);
    }
  }

  private int found(String words) {
    return TestDatabase.inTransaction(
        sql -> new PriceNotices(sql, head, clock).list(words, Cursor.START).rows().size());
  }

  private void withdraw(UUID notice, String why) {
    TestDatabase.inTransaction(
        sql -> {
          new PriceNotices(sql, head, clock).withdraw(notice, why);
          return true;
        });
  }

  @Test
  @Requirement("R94.5")
  void whatCannotBeReadIsRefusedWithItsLine() {
    assertEquals("price-notice.rows", refused(() -> draft(TODAY, TODAY)));
    for (var value : List.of("0", "-1", "0.005", "1000000000000000")) {
      assertEquals(
          "price-notice.row", refused(() -> draft(TODAY, TODAY, price("1"), price(value))), value);
    }
    assertEquals(
        "price-notice.days",
        refused(() -> draft(TODAY.minusDays(9), TODAY.minusDays(1), price("1"))));
  }

  @Test
  @Requirement("R118.3")
  void everyNoticeStandsOnOnePage() {
    for (var number = 0; number < 60; number++) {
      clock.set(Instant.parse("2026-11-26T01:30:00Z").plusSeconds(number / 2));
      draft(TODAY, TODAY.plusDays(10), price("1.5"));
    }
    var pages =
        TestDatabase.inTransaction(
            sql -> {
              var notices = new PriceNotices(sql, bureau.desk(MarketRights.PRICE_READ), clock);
              var first = notices.list("", Cursor.START);
              var second = notices.list("", Cursor.read(first.after(), ""));
              assertEquals(first, notices.list("", Cursor.read("", second.before())));
              return List.of(first, second);
            });
    assertEquals(List.of(50, 10), pages.stream().map(page -> page.rows().size()).toList());
    assertEquals(
        60,
        pages.stream()
            .flatMap(page -> page.rows().stream())
            .map(PriceNotices.Line::id)
            .distinct()
            .count());
  }
}
