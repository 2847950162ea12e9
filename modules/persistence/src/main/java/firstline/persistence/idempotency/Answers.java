package firstline.persistence.idempotency;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.retention.RetentionContribution;
import firstline.persistence.usecase.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answers of posts by officer and key. Each step is a transaction of its own, since the
 * claim must be visible to every node before the work begins.
 */
@ApplicationScoped
public class Answers implements RetentionContribution {
  /** How long a key is remembered. */
  public static final Duration RETENTION = Duration.ofHours(24);

  /** After this no request is still running: the server fell while it worked. */
  static final Duration LONGEST_REQUEST = Duration.ofMinutes(15);

  @Inject private Sql sql;
  @Inject private Transactions transactions;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Answers() {}

  /** For tests without a server. */
  Answers(Sql sql, Transactions transactions, Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Claims the key for a request, or finds the answer that it got before.
   *
   * @param request SHA-256 of what was asked
   * @return empty if the key is claimed and the work is the caller's to do
   * @throws Refusal {@code idempotency.other-request} if the key was used for something else,
   *     {@code idempotency.in-flight} if the work is being done just now, {@code
   *     idempotency.unknown} if it broke off and nobody knows whether it took effect
   */
  public Optional<Answer> claim(UUID officer, String key, byte[] request) {
    return transactions.alone(() -> claimed(officer, key, request));
  }

  /** Keeps the answer to a claimed key. */
  public void keep(UUID officer, String key, Answer answer) {
    transactions.alone(
        () ->
            sql.update(
                "update idempotency set status = ?, content_type = ?, location = ?, body = ?"
                    + " where officer_id = ? and key = ?",
                answer.status(),
                answer.contentType(),
                answer.location(),
                answer.body(),
                officer,
                key));
  }

  /** Gives a claimed key back: nothing was done, and a repetition may try again. */
  public void release(UUID officer, String key) {
    transactions.alone(
        () ->
            sql.update(
                "delete from idempotency where officer_id = ? and key = ? and status is null",
                officer,
                key));
  }

  @Override
  @Requirement("R17.1")
  public int forget(int most) {
    return transactions.alone(
        () ->
            sql.update(
                """
                delete from idempotency where (officer_id, key) in (
                  select officer_id, key from idempotency where created_at < ?
                  order by created_at limit ? for update skip locked)
                """,
                clock.instant().minus(RETENTION),
                most));
  }

  private Optional<Answer> claimed(UUID officer, String key, byte[] request) {
    var now = clock.instant();
    sql.update(
        "delete from idempotency where officer_id = ? and key = ? and created_at < ?",
        officer,
        key,
        now.minus(RETENTION));
    var claimed =
        sql.update(
            "insert into idempotency (officer_id, key, request_hash, created_at)"
                + " values (?, ?, ?, ?) on conflict do nothing",
            officer,
            key,
            request,
            now);
    if (claimed == 1) {
      return Optional.empty();
    }
    var earlier =
        sql.first(
            "select request_hash, created_at, status, content_type, location, body"
                + " from idempotency where officer_id = ? and key = ?",
            Earlier::of,
            officer,
            key);
    // The other one may have given the key back in between: its work was still running.
    return Optional.of(
        earlier.orElseThrow(() -> new Refusal("idempotency.in-flight")).answer(request, now));
  }

  private record Earlier(byte[] request, Instant at, @Nullable Answer answered) {
    static Earlier of(Row row) throws SQLException {
      var status = row.integer(3);
      return new Earlier(
          row.bytes(1),
          row.instant(2),
          status == 0 ? null : new Answer(status, row.text(4), row.text(5), row.bytes(6)));
    }

    Answer answer(byte[] wanted, Instant now) {
      if (!MessageDigest.isEqual(request, wanted)) {
        throw new Refusal("idempotency.other-request");
      }
      if (answered == null) {
        throw new Refusal(
            at.plus(LONGEST_REQUEST).isBefore(now)
                ? "idempotency.unknown"
                : "idempotency.in-flight");
      }
      return answered;
    }
  }
}
