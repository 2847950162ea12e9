package firstline.persistence.throttle;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
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
public class Throttle {
  @Inject private Sql sql;
  @Inject private Transactions transactions;
  @Inject private Clock clock;

  /**
   * Takes one of {@code size} tokens that come back within {@code refill}.
   *
   * @throws Refusal {@code throttled} with the seconds to wait if none is left
   */
  public void require(String key, int size, Duration refill) throws Exception {
    var now = clock.instant();
    var perSecond = (double) size / refill.toSeconds();
    var left =
        transactions.alone(
            () ->
                sql.one(
                    """
                    insert into throttle (key, tokens, updated_at) values (?, ? - 1, ?)
                    on conflict (key) do update set
                      tokens = greatest(-1, least(?, throttle.tokens
                        + extract(epoch from (excluded.updated_at - throttle.updated_at)) * ?) - 1),
                      updated_at = excluded.updated_at
                    returning tokens >= 0
                    """,
                    row -> row.flag(1),
                    key,
                    size,
                    now,
                    size,
                    perSecond));
    if (!left) {
      throw new Refusal("throttled", Math.max(1, Math.round(1 / perSecond)));
    }
  }
}
