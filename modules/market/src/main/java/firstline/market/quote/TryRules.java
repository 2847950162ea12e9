package firstline.market.quote;

import static firstline.market.MarketRights.PRICE_CHECK;

import firstline.market.surge.DailySurge;
import firstline.market.surge.Margin;
import firstline.market.surge.Rung;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tries a draft against the golden cases and on the quotes of the last half year. */
@ApplicationScoped
public class TryRules {
  private static final int HALF_YEAR = 180;

  /** More series than a prefecture has. */
  private static final int MOST = 20_000;

  private record Key(Quote.Series series, Rung rung) {}

  private record Raised(
      Key key, String point, String goods, LocalDate day, LocalDate until, AlertState state) {
    boolean covers(LocalDate one) {
      return !one.isBefore(day) && !one.isAfter(until);
    }

    boolean reaches(LocalDate one) {
      var pause = AlertLedger.pause(key.rung());
      return !one.isBefore(day.minusDays(pause)) && !one.isAfter(until.plusDays(pause));
    }

    RuleTrial.Change change() {
      return new RuleTrial.Change(
          key.series().point(), key.series().goods(), point, goods, key.rung(), day, state.name());
    }
  }

  @Inject private Sql sql;
  @Inject private PriceDrafts drafts;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TryRules() {}

  /** For tests without a server. */
  TryRules(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.drafts = new PriceDrafts(sql, desk, clock);
    this.clock = clock;
  }

  /** Tries it and writes down how it came out; refused as {@code price-draft.ended}. */
  @Allows(right = PRICE_CHECK)
  @Requirement({"R94.1", "R101.6"})
  public RuleTrial run(UUID id) {
    var draft = drafts.locked(id);
    var trial = replay(draft);
    sql.update(
        """
        update price_draft set tried = version, tried_at = ?, wrong = ?, gone = ?, added = ?
        where id = ?
        """,
        clock.instant(),
        trial.wrong(),
        trial.gone().size(),
        trial.added().size(),
        id);
    return trial;
  }

  private static DailySurge.Settings settings(PriceDrafts.Line draft, Thresholds live) {
    var limits = draft.limits();
    return limits == null
        ? live.at(draft.path())
        : DailySurge.Settings.ofPercent(
            limits.least().doubleValue(),
            limits.most().doubleValue(),
            limits.scales().doubleValue());
  }

  private List<RuleTrial.Golden> golden(PriceDrafts.Line draft, DailySurge.Settings settings) {
    var limits =
        drafts.margins(draft.id()).stream()
            .map(
                rule ->
                    new Margin.Limit(
                        rule.basis(), BigDecimal.valueOf(rule.cap()), rule.base() != null))
            .toList();
    var golden = new ArrayList<RuleTrial.Golden>();
    sql.list(
        """
        select name, cost::text, base_price::text, price::text, fires from price_golden
        where kind = 'MARGIN' and ended_at is null and (area_code is null or starts_with(?,
          (select a.path from area a where a.code = area_code))) order by id
        """,
        row -> {
          for (var limit : limits) {
            var cost = new BigDecimal(row.text(2));
            var signal =
                Margin.judge(
                    limit,
                    new BigDecimal(row.text(4)),
                    cost,
                    Margin.markup(limit.basis(), new BigDecimal(row.text(3)), cost));
            golden.add(new RuleTrial.Golden(row.text(1), row.flag(5), signal != null));
          }
          return true;
        },
        draft.path());
    sql.list(
        """
        select name, prices::text[], fires from price_golden
        where kind = 'DAILY' and ended_at is null and (area_code is null or starts_with(?,
          (select a.path from area a where a.code = area_code))) order by id
        """,
        row -> {
          var surge = new DailySurge(settings);
          var fires = false;
          var day = 0;
          for (var price : row.texts(2)) {
            fires = surge.add(day++, Double.parseDouble(price)) != null;
          }
          return golden.add(new RuleTrial.Golden(row.text(1), row.flag(3), fires));
        },
        draft.path());
    return golden;
  }

  private RuleTrial replay(PriceDrafts.Line draft) {
    var live = Thresholds.live(sql);
    var settings = settings(draft, live);
    var series = series(draft.path());
    var given = Given.of(series);
    var fired = new HashMap<Key, List<LocalDate>>();
    new JudgeDays(sql, Margins.drafted(sql, given, draft.id()), live.with(draft.path(), settings))
        .judge(given)
        .forEach(
            one ->
                fired
                    .computeIfAbsent(
                        new Key(one.series(), one.signal().rung()), key -> new ArrayList<>())
                    .add(one.day()));
    var raised = raised(draft.path(), series);
    var gone = new ArrayList<RuleTrial.Change>();
    var judged = 0;
    var wrongBefore = 0;
    var judgedAfter = 0;
    var wrongAfter = 0;
    for (var alert : raised) {
      var stays = fired.getOrDefault(alert.key(), List.of()).stream().anyMatch(alert::covers);
      if (!stays) {
        gone.add(alert.change());
      }
      if (alert.state().isJudged()) {
        var wrong = alert.state() == AlertState.FALSE ? 1 : 0;
        judged++;
        wrongBefore += wrong;
        judgedAfter += stays ? 1 : 0;
        wrongAfter += stays ? wrong : 0;
      }
    }
    return new RuleTrial(
        golden(draft, settings),
        gone,
        added(fired, raised),
        judged,
        wrongBefore,
        judgedAfter,
        wrongAfter);
  }

  private Map<Quote.Series, LocalDate> series(String path) {
    var series = new HashMap<Quote.Series, LocalDate>();
    sql.list(
        """
        select distinct q.point_id, q.goods_id, l.day - ?::int
        from price_quote q join price_point p on p.id = q.point_id
          join area a on a.code = p.area_code and starts_with(a.path, ?)
          cross join (select max(quoted_on) as day from price_quote) l
        where q.quoted_on > l.day - ?::int limit ?
        """,
        row -> series.put(new Quote.Series(row.id(1), row.id(2)), row.date(3)),
        HALF_YEAR,
        path,
        HALF_YEAR,
        MOST);
    return series;
  }

  private List<Raised> raised(String path, Map<Quote.Series, LocalDate> series) {
    return sql
        .list(
            """
            select l.point_id, l.goods_id, l.rung, p.name, g.name, l.day, l.until, l.state
            from price_alert l join price_point p on p.id = l.point_id
              join area a on a.code = p.area_code join price_goods g on g.id = l.goods_id
            where starts_with(a.path, ?) and l.rung in ('DAILY', 'MARGIN') order by l.day, l.id
            """,
            row ->
                new Raised(
                    new Key(new Quote.Series(row.id(1), row.id(2)), Rung.valueOf(row.text(3))),
                    row.text(4),
                    row.text(5),
                    row.date(6),
                    row.date(7),
                    AlertState.valueOf(row.text(8))),
            path)
        .stream()
        .filter(
            alert -> {
              var from = series.get(alert.key().series());
              return from != null && !alert.day().isBefore(from);
            })
        .toList();
  }

  private List<RuleTrial.Change> added(Map<Key, List<LocalDate>> fired, List<Raised> raised) {
    var standing = new HashMap<Key, List<Raised>>();
    raised.forEach(
        alert -> standing.computeIfAbsent(alert.key(), key -> new ArrayList<>()).add(alert));
    var names = new HashMap<UUID, String>();
    var added = new ArrayList<RuleTrial.Change>();
    fired.forEach(
        (key, days) -> {
          LocalDate last = null;
          for (var day : days) {
            var isKnown =
                standing.getOrDefault(key, List.of()).stream()
                    .anyMatch(alert -> alert.reaches(day));
            var isSame = last != null && !day.isAfter(last.plusDays(AlertLedger.pause(key.rung())));
            if (!isKnown && !isSame) {
              added.add(
                  new RuleTrial.Change(
                      key.series().point(),
                      key.series().goods(),
                      names.computeIfAbsent(key.series().point(), this::point),
                      names.computeIfAbsent(key.series().goods(), this::goods),
                      key.rung(),
                      day,
                      ""));
            }
            last = day;
          }
        });
    return added;
  }

  private String point(UUID id) {
    return sql.one("select name from price_point where id = ?", row -> row.text(1), id);
  }

  private String goods(UUID id) {
    return sql.one("select name from price_goods where id = ?", row -> row.text(1), id);
  }
}
