package firstline.persistence.masking;

import firstline.persistence.chosen.ChosenSettings;
import firstline.persistence.chosen.Setting;
import firstline.persistence.chosen.Setting.Effect;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** How contacts are covered, and whether a record's page uncovers one at once. */
@ApplicationScoped
public class Masking {
  private static final String HANDLERS = "handlers";
  private static final Duration HOUR = Duration.ofHours(1);

  /** Masked until asked for, or shown at once to who handles the record. */
  public static final Setting CONTACTS =
      Setting.choice(
          "screen.contacts", Rights.ADMIN_SECURITY, List.of("masked", HANDLERS), Effect.AT_ONCE);

  @Inject private ChosenSettings settings;
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Masking() {}

  /** For tests without a server. */
  public Masking(ChosenSettings settings, Sql sql, Desk desk, Clock clock) {
    this.settings = settings;
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** As it is shown: enough to tell two apart, too little to reach anybody. */
  public static String masked(String contact) {
    var points = contact.codePoints().toArray();
    var at = contact.indexOf('@');
    if (at > 0) {
      return new String(points, 0, 1) + "***" + contact.substring(at);
    }
    if (points.length < 7) {
      return new String(points, 0, 1) + "***";
    }
    return new String(points, 0, 3) + "****" + new String(points, points.length - 2, 2);
  }

  /**
   * The contact for the record's own page, if it is to be seen there at once; else empty.
   *
   * @param first uncovers it on the record, as when it is asked for, and {@link #note}s the look
   * @param again reads it where a look of this hour is on record; {@link #requireNoted}
   */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement({"R124.1", "R124.2"})
  public String onPage(UUID record, Supplier<String> first, Supplier<String> again) {
    if (desk.officer().lookedAtBy() != null || !settings.text(CONTACTS).equals(HANDLERS)) {
      return "";
    }
    return isNoted(record) ? again.get() : first.get();
  }

  /** Within the use case that uncovers: the officer has seen it now. */
  @Allows(right = Rights.WITHIN)
  @Requirement("R124.2")
  public void note(UUID record) {
    sql.update(
        """
        insert into contact_look (officer_id, record_id, at) values (?, ?, ?)
        on conflict (officer_id, record_id) do update set at = excluded.at
        """,
        desk.officer().id(),
        record,
        clock.instant());
  }

  /**
   * Within the use case that reads it again.
   *
   * @throws Refusal {@code contact.covered} if no look of this hour is on record
   */
  @Allows(right = Rights.WITHIN)
  @Requirement("R124.2")
  public void requireNoted(UUID record) {
    if (!isNoted(record)) {
      throw new Refusal("contact.covered");
    }
  }

  private boolean isNoted(UUID record) {
    return sql.first(
            "select 1 from contact_look where officer_id = ? and record_id = ? and at > ?",
            row -> row.integer(1),
            desk.officer().id(),
            record,
            clock.instant().minus(HOUR))
        .isPresent();
  }
}
