package firstline.persistence.throttle;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.retention.RetentionContribution;
import firstline.persistence.usecase.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * A token bucket a key, kept in the database so that every node counts the same. Taken in a
 * transaction of its own: a refused attempt has been an attempt.
 */
@ApplicationScoped
public class Throttle implements RetentionContribution {
  /** No bucket takes longer to fill; one that was not touched for twice as long is full again. */
  static final Duration LONGEST = Duration.ofDays(1);

  /**
   * What a bucket said.
   *
   * @param granted false if the bucket was empty
   * @param left tokens that are left
   * @param seconds until the next token comes back, at least 1
   */
  public record Take(boolean granted, long left, long seconds) {
    static Take of(double tokens, double perSecond) {
      var missing = 1 - Math.min(0, tokens);
      var wait = (long) Math.ceil(missing / perSecond);
      return new Take(tokens >= 0, Math.max(0, (long) Math.floor(tokens)), wait);
    }
  }

  @Inject private Sql sql;
  @Inject private Transactions transactions;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Throttle() {}

  /** For tests without a server. */
  Throttle(Sql sql, Transactions transactions, Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Takes one of {@code size} tokens that come back within {@code refill}.
   *
   * @throws Refusal {@code throttled} with the seconds to wait if none is left
   */
  public void require(String key, int size, Duration refill) {
    var take = take(key, size, refill);
    if (!take.granted()) {
      throw new Refusal("throttled", take.seconds());
    }
  }

  /** Takes one of {@code size} tokens that come back within {@code refill}, if one is left. */
  public Take take(String key, int size, Duration refill) {
    if (refill.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a bucket fills within " + LONGEST + ": " + refill);
    }
    var perSecond = (double) size / refill.toSeconds();
    return transactions.alone(() -> Take.of(counted(key, size, perSecond), perSecond));
  }

  /** Puts one token back that was taken for what turned out to be nobody's guess. */
  public void giveBack(String key, int size) {
    transactions.alone(
        () -> {
          sql.update("set local synchronous_commit = off");
          return sql.update(
              "update throttle set tokens = least(?, tokens + 1) where key = ?", size, key);
        });
  }

  /** A full bucket says what no bucket says. */
  @Override
  @Requirement("R17.1")
  public int forget(int most) {
    return transactions.alone(
        () ->
            sql.update(
                """
                delete from throttle where key in (
                  select key from throttle where updated_at < ? limit ? for update skip locked)
                """,
                clock.instant().minus(LONGEST.multipliedBy(2)),
                most));
  }

  private double counted(String key, int size, double perSecond) {
    // Counts that a power cut takes along are no loss, and nobody waits for the disk.
    sql.update("set local synchronous_commit = off");
    return sql.one(
        """
        insert into throttle (key, tokens, updated_at) values (?, ? - 1, ?)
        on conflict (key) do update set
          tokens = greatest(-1, least(?, throttle.tokens
            + greatest(0, extract(epoch from (excluded.updated_at - throttle.updated_at))) * ?)
            - 1),
          updated_at = greatest(throttle.updated_at, excluded.updated_at)
        returning tokens::text
        """,
        row -> Double.parseDouble(row.text(1)),
        key,
        size,
        clock.instant(),
        size,
        perSecond);
  }
}
