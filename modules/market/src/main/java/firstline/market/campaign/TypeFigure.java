package firstline.market.campaign;

import static firstline.market.MarketRights.CAMPAIGN;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Writes down what an area has counted on paper, beside what was counted from its records. */
@ApplicationScoped
public class TypeFigure {
  static final int SOURCE = 200;

  /**
   * A sum.
   *
   * @param day up to which it was counted, from the campaign's first day on
   * @param value a number or yuan, as typed
   * @param source where it stands, such as a report's number
   */
  public record Command(
      @NotNull UUID campaign,
      @NotNull String area,
      @NotNull Figure figure,
      @NotNull LocalDate day,
      @NotNull String value,
      @NotNull String source) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TypeFigure() {}

  /** For tests without a server. */
  TypeFigure(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Writes it down.
   *
   * @throws Refusal {@code market-campaign.number}, {@code money.…}, {@code market-campaign.day}
   *     outside the campaign or in the future, {@code market-campaign.source}, {@code
   *     market-campaign.part} of an area that has no figures or is not the officer's
   */
  @Allows(right = CAMPAIGN)
  @Requirement("R93.4")
  public void type(@Valid Command command) {
    var bounds = Bounds.at(sql, command.campaign());
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    var day = command.day();
    if (day.isBefore(bounds.first()) || day.isAfter(bounds.last()) || day.isAfter(today)) {
      throw new Refusal("market-campaign.day", bounds.first().toString(), bounds.last().toString());
    }
    var source = PlainText.line(command.source());
    if (source.isEmpty() || source.length() > SOURCE) {
      throw new Refusal("market-campaign.source", SOURCE);
    }
    var value = command.figure().read(command.value());
    var written =
        sql.update(
            """
            insert into market_campaign_typed (campaign_id, area_code, figure, day, value, source,
              officer_name, at)
            select p.campaign_id, p.area_code, ?, ?, ?, ?, ?, ?
            from market_campaign_area p join market_campaign c on c.id = p.campaign_id
              join area a on a.code = p.area_code
            where p.campaign_id = ? and p.area_code = ? and c.closed_at is null
              and a.path like any (?)
            """,
            command.figure().name(),
            day,
            value,
            source,
            desk.officer().name(),
            clock.instant(),
            command.campaign(),
            command.area(),
            desk.scope().patterns());
    if (written == 0) {
      throw new Refusal("market-campaign.part", command.area());
    }
  }
}
