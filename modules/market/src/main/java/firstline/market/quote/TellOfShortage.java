package firstline.market.quote;

import static firstline.market.MarketRights.PRICE_CHECK;
import static firstline.market.MarketRights.PRICE_READ;

import firstline.persistence.database.Sql;
import firstline.persistence.outbox.HandOver;
import firstline.persistence.outbox.Outbox;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Tells the watch on rumours that people speak of a shortage where a price has surged. */
@ApplicationScoped
public class TellOfShortage {
  static final int TEXT = 500;

  /** What is said; without names. */
  public record Command(@NotNull UUID alert, @NotNull String text) {}

  @Inject private Sql sql;
  @Inject private AlertQueries alerts;
  @Inject private Outbox outbox;
  @Inject private Desk desk;
  @Inject private Clock clock;

  /** What was told of the alert, if anything. */
  @Allows(right = PRICE_READ, reads = true)
  public Optional<String> told(UUID alert) {
    alerts.one(alert);
    return sql.first(
        "select text from price_alert_shortage where alert_id = ?", row -> row.text(1), alert);
  }

  /**
   * Tells it, once.
   *
   * @throws Refusal {@code shortage.text}, {@code shortage.twice}
   */
  @Allows(right = PRICE_CHECK)
  @Requirement("R94.8")
  public void tell(@Valid Command command) {
    var alert = alerts.one(command.alert());
    var text = PlainText.line(command.text());
    if (text.isEmpty() || text.length() > TEXT) {
      throw new Refusal("shortage.text", TEXT);
    }
    var told =
        sql.update(
            """
            insert into price_alert_shortage (alert_id, text, officer_name, at)
            values (?, ?, ?, ?) on conflict (alert_id) do nothing
            """,
            command.alert(),
            text,
            desk.officer().name(),
            clock.instant());
    if (told == 0) {
      throw new Refusal("shortage.twice");
    }
    var area =
        sql.one(
            "select area_code from price_point where id = ?", row -> row.text(1), alert.pointId());
    outbox.add(
        HandOver.SHORTAGE,
        command.alert().toString(),
        Json.createObjectBuilder()
            .add("area", area)
            .add("text", text)
            .add("seen", "价格预警 " + alert.goods() + " " + alert.day())
            .build()
            .toString());
  }
}
