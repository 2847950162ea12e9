package firstline.market.quote;

import static firstline.market.MarketRights.PRICE_CHECK;
import static firstline.market.MarketRights.PRICE_READ;
import static firstline.market.MarketRights.PUBLISH;

import firstline.market.number.DocumentNumbers;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Step;
import firstline.persistence.text.PlainText;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Notices of guide prices, caps and markups (价格法 art. 30): drafted by who checks prices, published
 * by somebody else, gone after their last day.
 */
@ApplicationScoped
public class PriceNotices {
  static final int SIZE = 50;
  static final int TITLE = 80;
  static final int BODY = 1_000;
  static final int GOODS = 80;
  static final int UNIT = 20;
  private static final int REASON = 500;
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
  private static final int CENTS = 2;
  private static final String SERIES = "川市监价公";

  /** What a value of a notice is. Words: {@code price-notice.kind.<name>}. */
  public enum Kind {
    GUIDE,
    CAP,
    MARKUP
  }

  /** Where a notice stands. Words: {@code price-notice.state.<name>}. */
  public enum State {
    DRAFT,
    /** Published, but its first day is still to come. */
    AHEAD,
    SHOWN,
    OVER,
    WITHDRAWN
  }

  /** A line: yuan for a unit, or per cent. */
  public record Price(
      @NotNull String goods, @NotNull String unit, @NotNull Kind kind, @NotNull BigDecimal value) {}

  /** A notice as it is drafted. */
  public record Command(
      @NotNull String title,
      @NotNull String body,
      @NotNull LocalDate first,
      @NotNull LocalDate last,
      @NotNull List<Price> prices) {}

  /** A notice. */
  public record Line(
      UUID id,
      String number,
      String title,
      String body,
      String areaName,
      LocalDate first,
      LocalDate last,
      State state,
      String departmentName,
      UUID officer,
      String officerName,
      String publishedName,
      String withdrawnWhy) {}

  private record Made(Line line, Instant at) {}

  private static final String LINE =
      """
      select n.id, n.number, n.title, n.body, a.name, n.first_day, n.last_day,
        case when n.withdrawn_at is not null then 'WITHDRAWN'
          when n.published_at is null then 'DRAFT'
          when n.last_day < ?::date then 'OVER'
          when n.first_day > ?::date then 'AHEAD' else 'SHOWN' end,
        n.department_name, n.officer_id, n.officer_name, n.published_name, n.withdrawn_why,
        n.made_at
      from price_notice n join area a on a.code = n.area_code
      """;

  @Inject private Sql sql;
  @Inject private DocumentNumbers numbers;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected PriceNotices() {}

  /** For tests without a server. */
  PriceNotices(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.numbers = new DocumentNumbers(sql, clock);
    this.desk = desk;
    this.clock = clock;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  private Select within() {
    return Select.from(LINE, today(), today())
        .where("a.path like any (?)", (Object) desk.scope().patterns());
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.date(6),
        row.date(7),
        State.valueOf(row.text(8)),
        row.text(9),
        row.id(10),
        row.text(11),
        row.text(12),
        row.text(13));
  }

  /** A page of those whose number or title has the words, the newest on top. */
  @Allows(right = PRICE_READ, reads = true)
  @Requirement({"R118.3", "R125.3"})
  public Page<Line> list(String words, Cursor cursor) {
    var select = within().whereSet("strpos(n.number || ' ' || n.title, ?) > 0", words.strip());
    if (cursor.backwards()) {
      select
          .where("(n.made_at, n.id) > (?, ?)", cursor.at(), cursor.id())
          .end("order by n.made_at, n.id limit ?", cursor.rows(SIZE) + 1);
    } else {
      select
          .where("(n.made_at, n.id) < (?, ?)", cursor.at(), cursor.id())
          .end("order by n.made_at desc, n.id desc limit ?", cursor.rows(SIZE) + 1);
    }
    var page =
        Page.of(
            sql.list(select, row -> new Made(line(row), row.instant(14))),
            SIZE,
            cursor,
            one -> Cursor.of(one.at(), one.line().id()));
    return new Page<>(page.rows().stream().map(Made::line).toList(), page.before(), page.after());
  }

  /**
   * One of them.
   *
   * @throws NotFound if there is none within the officer's areas
   */
  @Allows(right = PRICE_READ, reads = true)
  public Line one(UUID id) {
    return sql.list(within().where("n.id = ?", id), PriceNotices::line).stream()
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** What happened to it, the newest on top. */
  @Allows(right = PRICE_READ, reads = true)
  @Requirement("R126.3")
  public List<Step> steps(UUID id) {
    one(id);
    return sql.list(
        """
        select s.at, s.officer, s.step, s.reason from price_notice n cross join lateral (values
          (n.made_at, n.officer_name, 'MADE', ''),
          (n.published_at, n.published_name, 'PUBLISHED', ''),
          (n.withdrawn_at, n.withdrawn_name, 'WITHDRAWN', n.withdrawn_why))
          s (at, officer, step, reason)
        where n.id = ? and s.at is not null order by s.at desc
        """,
        Step::of,
        id);
  }

  /** How many drafts could still be published. */
  @Allows(right = PRICE_READ, reads = true)
  public long waiting() {
    return sql.one(
        """
        select count(*) from price_notice n join area a on a.code = n.area_code
        where n.published_at is null and n.last_day >= ? and a.path like any (?)
        """,
        row -> row.number(1),
        today(),
        desk.scope().patterns());
  }

  /** Its lines, in order. */
  @Allows(right = PRICE_READ, reads = true)
  public List<Price> prices(UUID id) {
    one(id);
    return sql.list(
        """
        select goods, unit, kind, value::text from price_notice_row where notice_id = ?
        order by place
        """,
        row ->
            new Price(
                row.text(1), row.text(2), Kind.valueOf(row.text(3)), new BigDecimal(row.text(4))),
        id);
  }

  /**
   * Drafts one for the officer's area.
   *
   * @throws Refusal {@code price-notice.title}, {@code price-notice.body}, {@code
   *     price-notice.days}, {@code price-notice.rows}, {@code price-notice.row} with its number
   */
  @Allows(right = PRICE_CHECK)
  @Requirement("R94.5")
  public UUID draft(@Valid Command command) {
    var title = PlainText.line(command.title());
    var body = PlainText.lines(command.body());
    if (title.isEmpty() || title.length() > TITLE) {
      throw new Refusal("price-notice.title", TITLE);
    }
    if (body.length() > BODY) {
      throw new Refusal("price-notice.body", BODY);
    }
    if (command.last().isBefore(command.first()) || command.last().isBefore(today())) {
      throw new Refusal("price-notice.days");
    }
    if (command.prices().isEmpty()) {
      throw new Refusal("price-notice.rows");
    }
    var id = Ids.next();
    var officer = desk.officer();
    sql.update(
        """
        insert into price_notice (id, area_code, number, title, body, first_day, last_day,
          department_name, officer_id, officer_name, made_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        officer.areaCode(),
        numbers.next(SERIES),
        title,
        body,
        command.first(),
        command.last(),
        officer.departmentName(),
        officer.id(),
        officer.name(),
        clock.instant());
    for (var place = 0; place < command.prices().size(); place++) {
      add(id, place + 1, command.prices().get(place));
    }
    return id;
  }

  private void add(UUID id, int place, Price price) {
    var goods = PlainText.line(price.goods());
    var unit = PlainText.line(price.unit());
    if (goods.isEmpty()
        || goods.length() > GOODS
        || unit.isEmpty()
        || unit.length() > UNIT
        || price.value().signum() <= 0
        || price.value().compareTo(MOST) > 0
        || price.value().stripTrailingZeros().scale() > CENTS) {
      throw new Refusal("price-notice.row", place);
    }
    sql.update(
        """
        insert into price_notice_row (notice_id, place, goods, unit, kind, value)
        values (?, ?, ?, ?, ?, ?)
        """,
        id,
        place,
        goods,
        unit,
        price.kind().name(),
        price.value());
  }

  /**
   * Shows it to the public, from its first day on.
   *
   * @throws Refusal {@code price-notice.published}; {@code price-notice.days} once it is over;
   *     {@code price-notice.own} by who drafted it
   */
  @Allows(right = PUBLISH)
  @Requirement("R94.5")
  public void publish(@NotNull UUID id) {
    var notice = locked(id);
    if (notice.state() != State.DRAFT) {
      throw new Refusal("price-notice.published");
    }
    if (notice.last().isBefore(today())) {
      throw new Refusal("price-notice.days");
    }
    if (notice.officer().equals(desk.officer().id())) {
      throw new Refusal("price-notice.own");
    }
    sql.update(
        "update price_notice set published_at = ?, published_name = ? where id = ?",
        clock.instant(),
        desk.officer().name(),
        id);
  }

  /**
   * Takes it off before its last day.
   *
   * @throws Refusal {@code price-notice.reason}; {@code price-notice.off} of what is not shown
   */
  @Allows(right = PUBLISH)
  @Requirement("R94.5")
  public void withdraw(@NotNull UUID id, @NotNull String why) {
    var notice = locked(id);
    var reason = PlainText.line(why);
    if (reason.isEmpty() || reason.length() > REASON) {
      throw new Refusal("price-notice.reason", REASON);
    }
    if (notice.state() != State.SHOWN && notice.state() != State.AHEAD) {
      throw new Refusal("price-notice.off");
    }
    sql.update(
        """
        update price_notice set withdrawn_at = ?, withdrawn_why = ?, withdrawn_name = ?
        where id = ?
        """,
        clock.instant(),
        reason,
        desk.officer().name(),
        id);
  }

  private Line locked(UUID id) {
    sql.one("select 1 from price_notice where id = ? for update", row -> row.integer(1), id);
    return sql.list(within().where("n.id = ?", id), PriceNotices::line).stream()
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
