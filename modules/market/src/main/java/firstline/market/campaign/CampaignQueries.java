package firstline.market.campaign;

import static firstline.market.MarketRights.CAMPAIGN;
import static firstline.market.MarketRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Campaigns as officers see them: those of their areas, and those that reach into them. */
@ApplicationScoped
public class CampaignQueries {
  static final int SIZE = 50;

  /** Where a campaign stands. Words: {@code market-campaign.state.<name>}. */
  public enum State {
    PLANNED,
    DEPLOY,
    CHECK,
    RECTIFY,
    SUM_UP,
    /** Between two phases. */
    PAUSE,
    /** Over, but its figures may still change. */
    ENDED,
    CLOSED
  }

  /** A campaign. */
  public record Line(
      UUID id,
      String name,
      String area,
      String areaName,
      String departmentName,
      LocalDate first,
      LocalDate last,
      State state,
      Instant madeAt) {}

  /**
   * A campaign in full.
   *
   * @param own true if its area is the officer's to lead
   */
  public record View(
      Line line,
      long version,
      String aims,
      List<String> matters,
      List<String> words,
      List<String> departments,
      Map<Phase, KeepCampaign.Days> phases,
      @Nullable LocalDate countedTo,
      @Nullable Instant countedAt,
      String closedName,
      boolean own) {}

  /** An area or department that may be ticked, or is. */
  public record Choice(String key, String name, boolean chosen) {}

  private static final String LINE =
      """
      select c.id, c.name, c.area_code, a.name, c.department_name, c.first_day, c.last_day,
        c.closed_at is not null, c.made_at,
        coalesce((select p.kind from market_campaign_phase p
          where p.campaign_id = c.id and ?::date between p.first_day and p.last_day), '')
      from market_campaign c join area a on a.code = c.area_code
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected CampaignQueries() {}

  /** For tests without a server. */
  CampaignQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  private Select within() {
    return Select.from(LINE, today())
        .where(
            """
            (a.path like any (?)
              or exists (select 1 from unnest(?::text[]) mine where starts_with(mine, a.path)))
            """,
            desk.scope().patterns(),
            desk.scope().paths().toArray(String[]::new));
  }

  private Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.date(6),
        row.date(7),
        state(row.date(6), row.date(7), row.flag(8), row.text(10)),
        row.instant(9));
  }

  private State state(LocalDate first, LocalDate last, boolean closed, String phase) {
    if (closed) {
      return State.CLOSED;
    }
    if (!phase.isEmpty()) {
      return State.valueOf(phase);
    }
    return today().isBefore(first)
        ? State.PLANNED
        : today().isAfter(last) ? State.ENDED : State.PAUSE;
  }

  /** A page of them, the newest first. */
  @Allows(right = READ, reads = true)
  public Page<Line> list(Cursor cursor) {
    var select = within();
    select.newestFirst("c.made_at", "c.id", cursor, SIZE);
    return Page.of(
        sql.list(select, this::line), SIZE, cursor, line -> Cursor.of(line.madeAt(), line.id()));
  }

  /**
   * One of them.
   *
   * @throws NotFound if it does not reach into the officer's areas
   */
  @Allows(right = READ, reads = true)
  public View one(UUID id) {
    var line =
        sql.list(within().where("c.id = ?", id), this::line).stream()
            .findFirst()
            .orElseThrow(NotFound::new);
    var phases = new EnumMap<Phase, KeepCampaign.Days>(Phase.class);
    sql.list(
        "select kind, first_day, last_day from market_campaign_phase where campaign_id = ?",
        row ->
            phases.put(Phase.valueOf(row.text(1)), new KeepCampaign.Days(row.date(2), row.date(3))),
        id);
    var departments =
        sql.list(
            """
            select d.name from market_campaign_department p
              join department d on d.id = p.department_id
            where p.campaign_id = ? order by d.code
            """,
            row -> row.text(1),
            id);
    return sql.one(
        """
        select c.version, c.aims, c.matters, c.words, c.counted_to, c.counted_at, c.closed_name,
          a.path like any (?)
        from market_campaign c join area a on a.code = c.area_code where c.id = ?
        """,
        row ->
            new View(
                line,
                row.number(1),
                row.text(2),
                row.texts(3),
                row.texts(4),
                departments,
                phases,
                row.dateOrNull(5),
                row.instantOrNull(6),
                row.text(7),
                row.flag(8)),
        desk.scope().patterns(),
        id);
  }

  /**
   * The areas right below the officer's own, those of the campaign chosen.
   *
   * @param campaign null for a new one, of which all are chosen
   */
  @Allows(right = CAMPAIGN, reads = true)
  public List<Choice> areas(@Nullable UUID campaign) {
    return sql.list(
        """
        select a.code, a.name, ?::uuid is null or exists (select 1 from market_campaign_area p
          where p.campaign_id = ? and p.area_code = a.code)
        from area a
        where a.parent = coalesce((select area_code from market_campaign where id = ?), ?)
          and a.path like any (?)
        order by a.code
        """,
        CampaignQueries::choice,
        campaign,
        campaign,
        campaign,
        desk.officer().areaCode(),
        desk.scope().patterns());
  }

  /** The other departments of the officer's own area, those of the campaign chosen. */
  @Allows(right = CAMPAIGN, reads = true)
  public List<Choice> departments(@Nullable UUID campaign) {
    return sql.list(
        """
        select d.id::text, d.name, exists (select 1 from market_campaign_department p
          where p.campaign_id = ? and p.department_id = d.id)
        from department d
        where d.area_code = ? and d.active and d.id <> ?
        order by d.code limit 200
        """,
        CampaignQueries::choice,
        campaign,
        desk.officer().areaCode(),
        desk.officer().departmentId());
  }

  private static Choice choice(Row row) throws SQLException {
    return new Choice(row.text(1), row.text(2), row.flag(3));
  }
}
