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

/** The door through which a price alert becomes a lead that nobody sent; part of a use case. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class MakeLead {
  /**
   * What was found.
   *
   * @param area 12 digits
   */
  public record Found(UUID alert, String area, String operator, String goods, String facts) {}

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
    var letter =
        new Letter(
            found.area(),
            Letter.Channel.PRICE_ALERT,
            found.operator(),
            "",
            found.goods(),
            found.facts(),
            "");
    var kept =
        keepLetters
            .keep(List.of(new KeepLetters.Incoming(letter, false, true, "", null, clock.instant())))
            .get(0);
    sql.update(
        "insert into lead_origin (lead_id, alert_id) values (?, ?)", kept.id(), found.alert());
    return kept.number();
  }
}
