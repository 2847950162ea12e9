package firstline.market.quote;

import static firstline.market.MarketRights.PRICE_CHECK;

import firstline.market.complaint.MakeLead;
import firstline.market.surge.Rung;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import firstline.persistence.words.Bundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Takes an alert one step on. */
@ApplicationScoped
public class HandleAlert {
  static final int REASON = 500;

  /**
   * A step.
   *
   * @param reason needed where {@link AlertState#isReasoned()}
   */
  public record Command(@NotNull UUID alert, @NotNull AlertState to, @NotNull String reason) {}

  private record Held(
      AlertState state, String area, String point, String goods, Rung rung, LocalDate day) {}

  @Inject private Sql sql;
  @Inject private MakeLead makeLead;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected HandleAlert() {}

  /** For tests without a server. */
  HandleAlert(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.makeLead = new MakeLead(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Takes the step.
   *
   * @throws Refusal {@code price-alert.step} if the alert's state does not allow it, {@code
   *     price-alert.reason}, {@code price-alert.unserved}, {@code price-alert.no-price}, {@code
   *     price-alert.still-high}
   * @throws NotFound if there is no such alert within the officer's areas
   */
  @Allows(right = PRICE_CHECK)
  @Requirement({"R87.5", "R92.2", "R101.2"})
  public void handle(@Valid Command command) {
    var held =
        sql.one(
            """
            select l.state, p.area_code, p.name, g.name, l.rung, l.day
            from price_alert l join price_point p on p.id = l.point_id
              join price_goods g on g.id = l.goods_id join area a on a.code = p.area_code
            where l.id = ? and a.path like any (?) for update of l
            """,
            row ->
                new Held(
                    AlertState.valueOf(row.text(1)),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    Rung.valueOf(row.text(5)),
                    row.date(6)),
            command.alert(),
            desk.scope().patterns());
    var state = held.state();
    if (!state.next().contains(command.to())) {
      throw new Refusal("price-alert.step", state.name());
    }
    if (command.to() == AlertState.ADMONISHED) {
      requireServed(command.alert());
    }
    if (command.to() == AlertState.COMPLIED) {
      PriceAfter.require(sql, new AlertQueries(sql, desk).one(command.alert()));
    }
    var reason = PlainText.line(command.reason());
    if (reason.length() > REASON || command.to().isReasoned() && reason.isEmpty()) {
      throw new Refusal("price-alert.reason", REASON);
    }
    sql.update(
        "update price_alert set state = ? where id = ?", command.to().name(), command.alert());
    sql.update(
        """
        insert into price_alert_step (alert_id, state, reason, officer_name, at)
        values (?, ?, ?, ?, ?)
        """,
        command.alert(),
        command.to().name(),
        reason,
        desk.nameInHistory(),
        clock.instant());
    if (command.to() == AlertState.LEAD) {
      makeLead.make(
          new MakeLead.Found(
              command.alert(), held.area(), held.point(), held.goods(), facts(held, reason)));
    }
  }

  private void requireServed(UUID alert) {
    var served =
        sql.first(
            "select 1 from price_reminder where alert_id = ? and served_on is not null",
            row -> row.integer(1),
            alert);
    if (served.isEmpty()) {
      throw new Refusal("price-alert.unserved");
    }
  }

  /** In Chinese, as all records are. */
  private static String facts(Held held, String reason) {
    return "价格预警（"
        + Bundles.words("zh", "surge.rung." + held.rung())
        + "，"
        + held.day()
        + "首次触发）："
        + held.point()
        + "，"
        + held.goods()
        + "。"
        + reason;
  }
}
