package firstline.market.quote;

import static firstline.market.MarketRights.PRICE_CHECK;
import static firstline.market.MarketRights.PRICE_READ;

import firstline.market.dossier.Letter;
import firstline.market.number.DocumentNumbers;
import firstline.market.operator.Operators;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.sheet.SheetFile;
import firstline.persistence.text.PlainText;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Bundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reminder letters (提醒告诫函) from price alerts. Once a letter is served its operator counts as
 * admonished, which a case for hoarding needs (价格违法行为行政处罚规定 art. 6).
 */
@ApplicationScoped
public class Reminders {
  static final int DEMAND = 1_000;
  static final int RECEIVER = 60;
  private static final String SERIES = "川市监价告";

  /** A letter; what the operator is asked to do. */
  public record Write(
      @NotNull UUID alert, Operators.@NotNull Party party, @NotNull String demand) {}

  /** Its service. */
  public record Serve(@NotNull UUID alert, @NotNull LocalDate day, @NotNull String receiver) {}

  /** A letter as it is shown; not served while the day is null. */
  public record View(
      String number,
      String operator,
      String code,
      String demand,
      String department,
      LocalDate writtenOn,
      @Nullable LocalDate servedOn,
      String receiver) {}

  @Inject private Sql sql;
  @Inject private AlertQueries alerts;
  @Inject private HandleAlert handleAlert;
  @Inject private Operators operators;
  @Inject private DocumentNumbers numbers;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Reminders() {}

  /** For tests without a server. */
  Reminders(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.alerts = new AlertQueries(sql, desk);
    this.handleAlert = new HandleAlert(sql, desk, clock);
    this.operators = new Operators(sql, clock);
    this.numbers = new DocumentNumbers(sql, clock);
    this.desk = desk;
    this.clock = clock;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  /**
   * Writes the letter of an alert that is being checked.
   *
   * @throws Refusal {@code reminder.state}; {@code reminder.demand}; {@code reminder.twice} with
   *     the number of the one that is there; {@code operator.…}
   */
  @Allows(right = PRICE_CHECK)
  @Requirement("R94.3")
  public void write(@Valid Write command) {
    var alert = checking(command.alert());
    var demand = PlainText.lines(command.demand());
    if (demand.isEmpty() || demand.length() > DEMAND) {
      throw new Refusal("reminder.demand", DEMAND);
    }
    sql.first(
            "select number from price_reminder where alert_id = ?",
            row -> row.text(1),
            command.alert())
        .ifPresent(
            number -> {
              throw new Refusal("reminder.twice", number);
            });
    var area =
        sql.one(
            "select area_code from price_point where id = ?", row -> row.text(1), alert.pointId());
    sql.update(
        """
        insert into price_reminder (alert_id, number, operator_id, demand, department,
          officer_name, written_on)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        command.alert(),
        numbers.next(SERIES),
        operators.of(area, command.party()),
        demand,
        desk.officer().departmentName(),
        desk.officer().name(),
        today());
  }

  /**
   * Records its service; the alert is admonished with it.
   *
   * @throws Refusal {@code reminder.state}; {@code reminder.none}; {@code reminder.day} before it
   *     was written or after today; {@code reminder.receiver}
   */
  @Allows(right = PRICE_CHECK)
  @Requirement("R94.3")
  public void serve(@Valid Serve command) {
    checking(command.alert());
    var letter = of(command.alert()).orElseThrow(() -> new Refusal("reminder.none"));
    if (command.day().isBefore(letter.writtenOn()) || command.day().isAfter(today())) {
      throw new Refusal("reminder.day", letter.writtenOn().toString());
    }
    var receiver = PlainText.line(command.receiver());
    if (receiver.isEmpty() || receiver.length() > RECEIVER) {
      throw new Refusal("reminder.receiver", RECEIVER);
    }
    sql.update(
        """
        update price_reminder set served_on = ?, receiver = ?, served_name = ? where alert_id = ?
        """,
        command.day(),
        receiver,
        desk.officer().name(),
        command.alert());
    handleAlert.handle(
        new HandleAlert.Command(
            command.alert(), AlertState.ADMONISHED, letter.number() + " " + command.day()));
  }

  private AlertQueries.Line checking(UUID id) {
    sql.one("select 1 from price_alert where id = ? for update", row -> row.integer(1), id);
    var alert = alerts.one(id);
    if (alert.state() != AlertState.CHECKING) {
      throw new Refusal("reminder.state");
    }
    return alert;
  }

  /** The letter of the alert, if there is one. */
  @Allows(right = PRICE_READ, reads = true)
  public Optional<View> of(UUID alert) {
    return sql.first(
        """
        select r.number, o.name, coalesce(o.credit_code, ''), r.demand, r.department, r.written_on,
          r.served_on, r.receiver
        from price_reminder r join operator o on o.id = r.operator_id
          join price_alert l on l.id = r.alert_id join price_point p on p.id = l.point_id
          join area a on a.code = p.area_code
        where r.alert_id = ? and a.path like any (?)
        """,
        row ->
            new View(
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.date(6),
                row.dateOrNull(7),
                row.text(8)),
        alert,
        desk.scope().patterns());
  }

  /**
   * The letter as a document, in Chinese whatever its officers read.
   *
   * @throws NotFound if there is none
   */
  @Allows(right = PRICE_READ, reads = true)
  @Requirement("R94.3")
  public SheetFile document(UUID id, SheetFile.Format format) {
    var letter = of(id).orElseThrow(NotFound::new);
    var alert = alerts.one(id);
    var values = new HashMap<String, String>();
    values.put("文号", letter.number());
    values.put("当事人", letter.operator());
    values.put("代码", letter.code().isEmpty() ? "无" : letter.code());
    values.put("采价点", alert.point());
    values.put("商品", alert.goods());
    values.put("单位", word("price.unit." + alert.unit()));
    values.put("触发日期", day(alert.day()));
    values.put("价格", number(alert.evidence().getOrDefault("price", 0.0)));
    values.put("级别", word("surge.rung." + alert.rung()));
    values.put("依据", evidence(alert.evidence()));
    values.put("要求", letter.demand());
    values.put("送达日期", letter.servedOn() == null ? "" : day(letter.servedOn()));
    values.put("签收人", letter.receiver());
    values.put("机关", letter.department());
    values.put("日期", day(letter.writtenOn()));
    return new Letter("PRICE_REMINDER", values).write(format);
  }

  private static String evidence(Map<String, Double> figures) {
    var median = figures.get("median14");
    var markup = figures.get("markup");
    var allowed = figures.get("allowed");
    if (markup != null && allowed != null) {
      return "购销差价率" + number(markup) + "%，允许" + number(allowed) + "%。";
    }
    return median == null ? "" : "此前十四天中位价为" + number(median) + "元。";
  }

  private static String word(String key) {
    return Bundles.words("zh", key);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String day(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
