package firstline.market.quote;

import static firstline.market.MarketRights.PRICE_CHECK;
import static firstline.market.MarketRights.PRICE_READ;

import firstline.market.surge.Margin;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of margin rules and thresholds before they hold. */
@ApplicationScoped
public class PriceDrafts {
  private static final int TITLE = 80;
  private static final BigDecimal RISE = BigDecimal.valueOf(500);
  private static final BigDecimal SCALES = BigDecimal.valueOf(20);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Where a draft stands. Words: {@code price-draft.state.<name>}. */
  public enum State {
    DRAFT,
    LIVE,
    DROPPED
  }

  /** Rises in per cent, and how often the series' own scale; see the detector. */
  public record Limits(
      @NotNull BigDecimal least, @NotNull BigDecimal most, @NotNull BigDecimal scales) {}

  /**
   * A draft.
   *
   * @param limits of the detector, or null if they stay
   * @param tried true if it was tried as it stands
   * @param wrong golden cases that came out wrong
   * @param gone alerts that would not have been raised
   * @param added those that would have been as well
   */
  public record Line(
      UUID id,
      String area,
      String path,
      String areaName,
      String title,
      State state,
      @Nullable Limits limits,
      UUID officer,
      String officerName,
      Instant madeAt,
      boolean tried,
      int wrong,
      int gone,
      int added,
      String endedName) {}

  private static final String LINE =
      """
      select d.id, d.area_code, a.path, a.name, d.title, d.state, d.least::text, d.most::text,
        d.scales::text, d.officer_id, d.officer_name, d.made_at,
        d.tried is not null and d.tried = d.version, d.wrong, d.gone, d.added, d.ended_name
      from price_draft d join area a on a.code = d.area_code
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected PriceDrafts() {}

  /** For tests without a server. */
  PriceDrafts(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  private static Line line(Row row) throws SQLException {
    var least = row.textOrNull(7);
    return new Line(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        State.valueOf(row.text(6)),
        least == null
            ? null
            : new Limits(
                new BigDecimal(least), new BigDecimal(row.text(8)), new BigDecimal(row.text(9))),
        row.id(10),
        row.text(11),
        row.instant(12),
        row.flag(13),
        row.integer(14),
        row.integer(15),
        row.integer(16),
        row.text(17));
  }

  private Select within() {
    return Select.from(LINE).where("a.path like any (?)", (Object) desk.scope().patterns());
  }

  /** The latest hundred, the newest first. */
  @Allows(right = PRICE_READ, reads = true)
  public List<Line> list() {
    return sql.list(
        within().end("order by d.made_at desc, d.id desc limit 100"), PriceDrafts::line);
  }

  /**
   * One of them.
   *
   * @throws NotFound if there is none within the officer's areas
   */
  @Allows(right = PRICE_READ, reads = true)
  public Line one(UUID id) {
    return sql.list(within().where("d.id = ?", id), PriceDrafts::line).stream()
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Its margin rules, as they are listed. */
  @Allows(right = PRICE_READ, reads = true)
  public List<MarginRules.Line> margins(UUID draft) {
    return sql.list(
        """
        select a.name, r.goods_group, r.basis, r.cap, r.base_date, r.valid_from, r.valid_until,
          r.source, d.officer_name
        from price_draft_margin r join price_draft d on d.id = r.draft_id
          join area o on o.code = d.area_code and o.path like any (?)
          join area a on a.code = r.area_code
        where r.draft_id = ? order by a.path, r.goods_group, r.valid_from
        """,
        row ->
            new MarginRules.Line(
                row.text(1),
                row.text(2),
                Margin.Basis.valueOf(row.text(3)),
                row.real(4),
                row.dateOrNull(5),
                row.date(6),
                row.dateOrNull(7),
                row.text(8),
                row.text(9)),
        desk.scope().patterns(),
        draft);
  }

  /** Begins one in the officer's area; refused as {@code price-draft.title}. */
  @Allows(right = PRICE_CHECK)
  @Requirement("R94.1")
  public UUID begin(@NotNull String typed) {
    var title = PlainText.line(typed);
    if (title.isEmpty() || title.length() > TITLE) {
      throw new Refusal("price-draft.title", TITLE);
    }
    var id = Ids.next();
    var officer = desk.officer();
    sql.update(
        """
        insert into price_draft (id, version, area_code, title, state, officer_id, officer_name,
          made_at)
        values (?, 1, ?, ?, 'DRAFT', ?, ?, ?)
        """,
        id,
        officer.areaCode(),
        title,
        officer.id(),
        officer.name(),
        clock.instant());
    return id;
  }

  /**
   * Puts a margin rule into it, in place of that of the same area, group and first day.
   *
   * @throws Refusal {@code price-draft.ended}, {@code margin.…}
   */
  @Allows(right = PRICE_CHECK)
  @Requirement("R94.1")
  public void add(@NotNull UUID draft, @Valid MarginRules.Command command) {
    change(draft);
    var rule = MarginRules.checked(sql, desk.scope(), command);
    sql.update(
        """
        insert into price_draft_margin (draft_id, area_code, goods_group, basis, cap, base_date,
          valid_from, valid_until, source)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (draft_id, area_code, goods_group, valid_from) do update set
          basis = excluded.basis, cap = excluded.cap, base_date = excluded.base_date,
          valid_until = excluded.valid_until, source = excluded.source
        """,
        draft,
        rule.area(),
        rule.group(),
        rule.basis().name(),
        rule.cap(),
        rule.base(),
        rule.from(),
        rule.until(),
        rule.source());
  }

  /**
   * Says from when on series are to fire.
   *
   * @throws Refusal {@code price-draft.ended}, {@code price-draft.limits}
   */
  @Allows(right = PRICE_CHECK)
  @Requirement("R94.1")
  public void limit(@NotNull UUID draft, @Valid Limits limits) {
    change(draft);
    if (limits.least().compareTo(BigDecimal.ONE) < 0
        || limits.most().compareTo(limits.least()) < 0
        || limits.most().compareTo(RISE) > 0
        || limits.scales().compareTo(HALF) < 0
        || limits.scales().compareTo(SCALES) > 0) {
      throw new Refusal("price-draft.limits");
    }
    sql.update(
        "update price_draft set least = ?, most = ?, scales = ? where id = ?",
        limits.least(),
        limits.most(),
        limits.scales(),
        draft);
  }

  /** Gives it up; refused as {@code price-draft.ended}. */
  @Allows(right = PRICE_CHECK)
  public void drop(@NotNull UUID draft) {
    change(draft);
    sql.update(
        "update price_draft set state = 'DROPPED', ended_name = ?, ended_at = ? where id = ?",
        desk.officer().name(),
        clock.instant(),
        draft);
  }

  /** Locks it; what was tried before was another one. */
  private void change(UUID draft) {
    locked(draft);
    sql.update("update price_draft set version = version + 1 where id = ?", draft);
  }

  /**
   * The draft, which nobody else changes until the transaction ends.
   *
   * @throws Refusal {@code price-draft.ended}
   */
  @Allows(right = PRICE_CHECK, reads = true)
  Line locked(UUID draft) {
    sql.one("select 1 from price_draft where id = ? for update", row -> row.integer(1), draft);
    var line = one(draft);
    if (line.state() != State.DRAFT) {
      throw new Refusal("price-draft.ended");
    }
    return line;
  }
}
