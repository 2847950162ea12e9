package firstline.broadcast.ebm;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/** Numbers messages by resource and day, and packets without end; from the database, for good. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class EbmNumbers {
  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected EbmNumbers() {}

  /** For tests without a server. */
  public EbmNumbers(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * The resource's next message of China's today.
   *
   * @throws Refusal {@code ebm.full} after 9,999 in a day
   */
  @Requirement("R35.3")
  public MessageId message(ResourceId sender) {
    var day = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    var number =
        sql.one(
            """
            insert into ebm_number (sender, day, last) values (?, ?, 1)
            on conflict (sender, day) do update set last = ebm_number.last + 1 returning last
            """,
            row -> row.integer(1),
            sender.digits(),
            day);
    if (number > MessageId.MOST) {
      throw new Refusal("ebm.full", "EBMID", MessageId.MOST);
    }
    return new MessageId(sender, day, number);
  }

  /** The next packet's 41 digits. */
  @Requirement("R35.3")
  public String packet(ResourceId source) {
    var number = sql.one("select nextval('ebd_number')", row -> row.number(1));
    return "10" + source + String.format(Locale.ROOT, "%016d", number);
  }
}
