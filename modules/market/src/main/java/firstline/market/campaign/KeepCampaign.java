package firstline.market.campaign;

import static firstline.market.MarketRights.CAMPAIGN;

import firstline.market.casefile.Matter;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Conflict;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plans a campaign in the officer's own area, plans it anew, closes it. */
@ApplicationScoped
public class KeepCampaign {
  static final int NAME = 80;
  static final int AIMS = 2_000;
  static final int WORD = 20;
  static final int WORDS = 20;
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

  /** First and last day. */
  public record Days(LocalDate first, LocalDate last) {}

  /**
   * What a campaign is to be.
   *
   * @param phases days of all four
   * @param areas codes of areas right below the campaign's own
   * @param departments that take part beside the officer's own
   * @param matters names of {@link Matter}; all, if empty
   * @param words of which the goods of letters and prices must contain one; all, if empty
   */
  public record Plan(
      @NotNull String name,
      @NotNull String aims,
      @NotNull Map<Phase, Days> phases,
      @NotNull List<String> areas,
      @NotNull List<UUID> departments,
      @NotNull List<String> matters,
      @NotNull List<String> words) {
    public Plan {
      name = PlainText.line(name);
      aims = PlainText.lines(aims);
      phases = Map.copyOf(phases);
      areas = List.copyOf(areas);
      departments = List.copyOf(departments);
      matters = List.copyOf(matters);
      words =
          words.stream().map(PlainText::line).filter(word -> !word.isEmpty()).distinct().toList();
    }

    LocalDate first() {
      return days(Phase.DEPLOY).first();
    }

    LocalDate last() {
      return days(Phase.SUM_UP).last();
    }

    private Days days(Phase phase) {
      var days = phases.get(phase);
      if (days == null) {
        throw new Refusal("market-campaign.phase." + phase);
      }
      return days;
    }

    private void check() {
      if (name.isEmpty() || name.length() > NAME) {
        throw new Refusal("market-campaign.name", NAME);
      }
      if (aims.isEmpty() || aims.length() > AIMS) {
        throw new Refusal("market-campaign.aims", AIMS);
      }
      if (words.size() > WORDS || words.stream().anyMatch(word -> word.length() > WORD)) {
        throw new Refusal("market-campaign.words", WORDS, WORD);
      }
      var known = Arrays.stream(Matter.values()).map(Enum::name).toList();
      for (var matter : matters) {
        if (!known.contains(matter)) {
          throw new Refusal("market-campaign.matter", matter);
        }
      }
      var after = EARLIEST;
      for (var phase : Phase.values()) {
        var days = days(phase);
        // Each begins after the one before has ended: a day belongs to one phase.
        if (days.first().isBefore(after)
            || days.last().isBefore(days.first())
            || days.last().isAfter(LATEST)) {
          throw new Refusal("market-campaign.phase." + phase);
        }
        after = days.last().plusDays(1);
      }
    }
  }

  /** Another plan for the campaign as the officer saw it. */
  public record Edit(@NotNull UUID id, long version, @NotNull @Valid Plan plan) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepCampaign() {}

  /** For tests without a server. */
  KeepCampaign(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** Days of the four phases, in order: first and last of each. */
  public static Map<Phase, Days> phases(LocalDate... days) {
    var phases = new EnumMap<Phase, Days>(Phase.class);
    for (var phase : Phase.values()) {
      phases.put(phase, new Days(days[2 * phase.ordinal()], days[2 * phase.ordinal() + 1]));
    }
    return phases;
  }

  /**
   * The id of the new one.
   *
   * @throws Refusal {@code market-campaign.…} with the field that does not fit
   */
  @Allows(right = CAMPAIGN)
  @Requirement("R93.1")
  public UUID plan(@Valid Plan plan) {
    plan.check();
    var officer = desk.officer();
    requireCovered(officer.areaCode());
    var id = Ids.next();
    sql.update(
        """
        insert into market_campaign (id, version, area_code, department_id, department_name, name,
          aims, matters, words, first_day, last_day, officer_name, made_at)
        values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        officer.areaCode(),
        officer.departmentId(),
        officer.departmentName(),
        plan.name(),
        plan.aims(),
        plan.matters().toArray(String[]::new),
        plan.words().toArray(String[]::new),
        plan.first(),
        plan.last(),
        officer.name(),
        clock.instant());
    writeParts(id, plan);
    return id;
  }

  /**
   * Plans it anew; its figures are counted anew by the next count.
   *
   * @throws Refusal {@code market-campaign.…}
   * @throws Conflict if somebody was faster
   */
  @Allows(right = CAMPAIGN)
  @Requirement("R93.1")
  public void edit(@Valid Edit command) {
    var plan = command.plan();
    plan.check();
    open(command.id());
    var changed =
        sql.update(
            """
            update market_campaign set version = version + 1, name = ?, aims = ?, matters = ?,
              words = ?, first_day = ?, last_day = ?, replanned = counted_at is not null
            where id = ? and version = ?
            """,
            plan.name(),
            plan.aims(),
            plan.matters().toArray(String[]::new),
            plan.words().toArray(String[]::new),
            plan.first(),
            plan.last(),
            command.id(),
            command.version());
    if (changed == 0) {
      throw new Conflict();
    }
    sql.update("delete from market_campaign_phase where campaign_id = ?", command.id());
    sql.update("delete from market_campaign_area where campaign_id = ?", command.id());
    sql.update("delete from market_campaign_department where campaign_id = ?", command.id());
    writeParts(command.id(), plan);
  }

  /**
   * Closes it: its figures stand still; refused as {@code market-campaign.closed} a second time.
   */
  @Allows(right = CAMPAIGN)
  @Requirement("R93.5")
  public void close(@NotNull UUID id) {
    open(id);
    sql.update(
        "update market_campaign set closed_at = ?, closed_name = ? where id = ?",
        clock.instant(),
        desk.officer().name(),
        id);
  }

  private void open(UUID id) {
    Bounds.open(sql, desk.scope(), id);
  }

  private void requireCovered(String area) {
    sql.one(
        "select 1 from area where code = ? and path like any (?)",
        row -> row.integer(1),
        area,
        desk.scope().patterns());
  }

  private void writeParts(UUID id, Plan plan) {
    for (var phase : Phase.values()) {
      var days = plan.days(phase);
      sql.update(
          """
          insert into market_campaign_phase (campaign_id, kind, first_day, last_day)
          values (?, ?, ?, ?)
          """,
          id,
          phase.name(),
          days.first(),
          days.last());
    }
    for (var area : plan.areas()) {
      var added =
          sql.update(
              """
              insert into market_campaign_area (campaign_id, area_code)
              select c.id, a.code from market_campaign c join area a on a.parent = c.area_code
              where c.id = ? and a.code = ? on conflict do nothing
              """,
              id,
              area);
      if (added == 0) {
        throw new Refusal("market-campaign.area", area);
      }
    }
    for (var department : plan.departments()) {
      var added =
          sql.update(
              """
              insert into market_campaign_department (campaign_id, department_id)
              select ?, id from department where id = ? and active on conflict do nothing
              """,
              id,
              department);
      if (added == 0) {
        throw new NotFound();
      }
    }
  }
}
