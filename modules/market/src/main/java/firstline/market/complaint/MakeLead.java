package firstline.market.complaint;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * The door through which a price alert or an inspection becomes a lead that nobody sent; part of a
 * use case.
 */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class MakeLead {
  /**
   * What was found.
   *
   * @param area 12 digits
   */
  public record Found(UUID alert, String area, String operator, String goods, String facts) {}

  /**
   * What was seen on site.
   *
   * @param area 12 digits
   */
  public record Seen(String area, String operator, String place, String goods, String facts) {}

  @Inject private Sql sql;
  @Inject private KeepLetters keepLetters;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected MakeLead() {}

  /** For tests without a server. */
  public MakeLead(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    // Nobody sent it, so nothing is sealed.
    this.keepLetters = new KeepLetters(sql, desk, clock, "");
    this.clock = clock;
  }

  /** Makes it, as a letter that nobody sent; its number. */
  @Requirement("R92.2")
  public String make(Found found) {
    var kept =
        keep(
            new Letter(
                found.area(),
                Letter.Channel.PRICE_ALERT,
                found.operator(),
                "",
                found.goods(),
                found.facts(),
                ""));
    sql.update(
        "insert into lead_origin (lead_id, alert_id) values (?, ?)", kept.id(), found.alert());
    return kept.number();
  }

  /** Makes one of what an inspection saw; its id. */
  @Requirement("R101.1")
  public UUID make(Seen seen) {
    return keep(new Letter(
                seen.area(),
                Letter.Channel.INSPECTION,
                seen.operator(),
                seen.place(),
                seen.goods(),
                seen.facts(),
                "")
            .checked())
        .id();
  }

  private KeepLetters.Kept keep(Letter letter) {
    return keepLetters
        .keep(List.of(new KeepLetters.Incoming(letter, false, true, "", null, clock.instant())))
        .get(0);
  }
}
