package firstline.broadcast.alert;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what became of the polled feeds and of each of their entries. */
@ApplicationScoped
@Allows(right = Rights.SYSTEM)
public class FeedBook {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final int REASON = 300;

  /**
   * An alert that stands in a feed.
   *
   * @param entry its id there
   * @param updated as the feed says it
   */
  public record Item(String url, String entry, String updated) {}

  /** A feed that does not answer. */
  public record Silent(String url, @Nullable Instant answeredAt, String failure) {}

  @Inject private Alerts alerts;
  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected FeedBook() {}

  /** For tests without a server. */
  FeedBook(Alerts alerts, Sql sql, Clock clock) {
    this.alerts = alerts;
    this.sql = sql;
    this.clock = clock;
  }

  /** Entries that need not be looked at again, as {@code id updated}. */
  @Allows(right = Rights.SYSTEM, reads = true)
  public Set<String> known(String url) {
    return Set.copyOf(
        sql.list(
            "select entry || ' ' || updated from alert_feed_entry where url = ?",
            row -> row.text(1),
            url));
  }

  /**
   * Takes the entry's message in at the root of the tree.
   *
   * @throws firstline.persistence.refusal.Refusal {@code cap.…}
   */
  @Requirement("R34.11")
  public Alerts.Taken take(Item item, byte[] message) {
    var root =
        sql.one(
            "select code from area where parent is null order by code limit 1", row -> row.text(1));
    var taken = alerts.take(message, Alerts.Way.FEED, root);
    note(item, "");
    return taken;
  }

  /** The entry's message was refused, and is not asked for again until the feed changes it. */
  public void refused(Item item, String code) {
    note(item, code);
  }

  private void note(Item item, String outcome) {
    sql.update(
        """
        insert into alert_feed_entry (url, entry, updated, outcome, at) values (?, ?, ?, ?, ?)
        on conflict do nothing
        """,
        item.url(),
        item.entry(),
        item.updated(),
        outcome,
        clock.instant());
  }

  /** The feed answered. */
  public void answered(String url) {
    var now = clock.instant();
    sql.update(
        """
        insert into alert_feed (url, polled_at, answered_at) values (?, ?, ?)
        on conflict (url) do update set polled_at = excluded.polled_at,
          answered_at = excluded.answered_at, failure = '', failing_since = null
        """,
        url,
        now,
        now);
    sql.update("delete from alert_feed_entry where url = ? and at < ?", url, now.minus(KEPT));
  }

  /** The feed did not answer, or what it answered is no feed. */
  @Requirement("R34.12")
  public void failed(String url, String reason) {
    var now = clock.instant();
    sql.update(
        """
        insert into alert_feed (url, polled_at, failure, failing_since) values (?, ?, ?, ?)
        on conflict (url) do update set polled_at = excluded.polled_at, failure = excluded.failure,
          failing_since = coalesce(alert_feed.failing_since, excluded.failing_since)
        """,
        url,
        now,
        reason.isBlank() ? "?" : reason.substring(0, Math.min(REASON, reason.length())),
        now);
  }

  /** The feeds, of those that are polled, without an answer for so long, or without any ever. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R34.12")
  public List<Silent> silent(List<String> polled, Duration longest) {
    return sql.list(
        """
        select url, answered_at, failure from alert_feed
        where url = any(?) and failing_since is not null
          and coalesce(answered_at, failing_since) < ? order by url
        """,
        row -> new Silent(row.text(1), row.instantOrNull(2), row.text(3)),
        polled.toArray(String[]::new),
        clock.instant().minus(longest));
  }

  /** Drafts whose time is over are no drafts. */
  @Requirement("R34.13")
  public int expire() {
    return sql.update(
        "update alert set state = 'EXPIRED', version = version + 1"
            + " where state = 'DRAFT' and expires_at < ?",
        clock.instant());
  }
}
