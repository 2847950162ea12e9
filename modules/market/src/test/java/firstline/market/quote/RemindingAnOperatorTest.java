package firstline.market.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.Bureau;
import firstline.market.MarketRights;
import firstline.market.casefile.CaseLook;
import firstline.market.casefile.CaseQueries;
import firstline.market.operator.Operators;
import firstline.persistence.database.Ids;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.sheet.SheetFile;
import firstline.testkit.clock.MutableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** An alert of a pharmacy ends with a letter that is served, and with a price that comes down. */
class RemindingAnOperatorTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate SURGE = FIRST.plusDays(30);

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-02T01:30:00Z"));
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final Bureau bureau =
      TestDatabase.inTransaction(
          sql -> Bureau.found(sql, "95" + (1000 + new Random().nextInt(8999))));
  private final Desk desk =
      bureau.desk(MarketRights.PRICE_CHECK, MarketRights.PRICE_READ, MarketRights.PRICE_ENTER);
  private final Operators.Party party = new Operators.Party("告诫药房" + mark, true, "", "南街1号", "");

  private void bring(LocalDate day, String price) {
    var line = new QuoteLine(1, "点" + mark, "罩" + mark, "只", price, "", day.toString(), "");
    TestDatabase.inTransaction(
        sql ->
            new TakeQuotes(sql, desk, clock)
                .take(new TakeQuotes.Command(true, List.of(line), List.of())));
  }

  private UUID alert() {
    var lines = new ArrayList<QuoteLine>();
    for (var day = FIRST; !day.isAfter(SURGE); day = day.plusDays(1)) {
      lines.add(
          new QuoteLine(
              lines.size() + 1,
              "点" + mark,
              "罩" + mark,
              "只",
              day.equals(SURGE) ? "25" : "5",
              "",
              day.toString(),
              ""));
    }
    TestDatabase.inTransaction(
        sql ->
            new TakeQuotes(sql, desk, clock).take(new TakeQuotes.Command(true, lines, List.of())));
    return TestDatabase.inTransaction(
            sql ->
                new AlertQueries(sql, desk)
                    .list(new AlertQueries.Asked("", "DAILY", "点" + mark, "", ""), null, 10))
        .get(0)
        .id();
  }

  private UUID checking() {
    var alert = alert();
    step(alert, AlertState.ACKNOWLEDGED);
    step(alert, AlertState.CHECKING);
    return alert;
  }

  private void step(UUID alert, AlertState to) {
    TestDatabase.inTransaction(
        sql -> {
          new HandleAlert(sql, desk, clock).handle(new HandleAlert.Command(alert, to, ""));
          return true;
        });
  }

  private void write(UUID alert) {
    TestDatabase.inTransaction(
        sql -> {
          new Reminders(sql, desk, clock)
              .write(new Reminders.Write(alert, party, "立即恢复原价，保留进货凭证备查。"));
          return true;
        });
  }

  private void serve(UUID alert, String day) {
    TestDatabase.inTransaction(
        sql -> {
          new Reminders(sql, desk, clock)
              .serve(new Reminders.Serve(alert, LocalDate.parse(day), "店长"));
          return true;
        });
  }

  private static String refused(Executable work) {
    return assertThrows(Refusal.class, work).code();
  }

  private String text(UUID alert) throws IOException {
    var written =
        TestDatabase.inTransaction(
            sql -> new Reminders(sql, desk, clock).document(alert, SheetFile.Format.PDF));
    try (var pdf = Loader.loadPDF(written.bytes())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Test
  @Requirement({"R94.3", "R101.2"})
  void aLetterIsWrittenNumberedAndServed() throws IOException {
    var raised = alert();
    assertEquals("reminder.state", refused(() -> write(raised)));
    step(raised, AlertState.ACKNOWLEDGED);
    step(raised, AlertState.CHECKING);
    assertEquals("reminder.none", refused(() -> serve(raised, "2026-11-02")));
    assertEquals("price-alert.unserved", refused(() -> step(raised, AlertState.ADMONISHED)));
    write(raised);
    assertEquals("price-alert.unserved", refused(() -> step(raised, AlertState.ADMONISHED)));
    assertEquals("reminder.twice", refused(() -> write(raised)));
    var letter = text(raised);
    for (var said : List.of("川市监价告〔2026〕", party.name(), "罩" + mark, "25.00", "5.00", "恢复原价")) {
      assertTrue(letter.replaceAll("\\s", "").contains(said), said + " in " + letter);
    }
    assertEquals("reminder.day", refused(() -> serve(raised, "2026-11-01")));
    assertEquals("reminder.day", refused(() -> serve(raised, "2026-11-03")));
    serve(raised, "2026-11-02");
    var alert = TestDatabase.inTransaction(sql -> new AlertQueries(sql, desk).one(raised));
    assertEquals(AlertState.ADMONISHED, alert.state());
    assertTrue(text(raised).contains("店长"));
  }

  @Test
  @Requirement("R94.3")
  void aCaseOfTheOperatorKnowsTheAdmonition() {
    var alert = checking();
    write(alert);
    serve(alert, "2026-11-02");
    var id = Ids.next();
    TestDatabase.inTransaction(
        sql ->
            sql.update(
                """
                insert into market_case (id, area_code, department_id, department_name, number,
                  operator_id, matter, title, simple, grave, state, version, filed_at, filed_name)
                select ?, ?, ?, '市监', ?, r.operator_id, 'HOARDING', '囤积口罩', false, false,
                  'INVESTIGATING', 1, now(), '甲'
                from price_reminder r where r.alert_id = ?
                """,
                id,
                bureau.county(),
                bureau.department(),
                "案" + mark,
                alert));
    var view = caseOf(id);
    assertEquals(LocalDate.of(2026, 11, 2), view.admonishedOn());
  }

  private CaseQueries.View caseOf(UUID id) {
    return CaseLook.at(bureau.desk(MarketRights.READ), clock, id);
  }

  @Test
  @Requirement("R94.4")
  void whoHasCompliedIsSeenByTheirPrice() {
    var alert = checking();
    write(alert);
    serve(alert, "2026-11-02");
    assertEquals("price-alert.no-price", refused(() -> step(alert, AlertState.COMPLIED)));
    clock.move(Duration.ofDays(2));
    bring(LocalDate.of(2026, 11, 1), "5");
    assertEquals("price-alert.no-price", refused(() -> step(alert, AlertState.COMPLIED)));
    bring(LocalDate.of(2026, 11, 3), "24");
    assertEquals("price-alert.still-high", refused(() -> step(alert, AlertState.COMPLIED)));
    bring(LocalDate.of(2026, 11, 4), "5.2");
    step(alert, AlertState.COMPLIED);
  }
}
