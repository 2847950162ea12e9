package firstline.broadcast.fleet;

import firstline.broadcast.signature.Ed25519;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. A ticket is checked once, by the speaker's key; as long as it lasts, its like is known
 * again without a look into the database, so that a hundred thousand speakers may ask each minute.
 */
@ApplicationScoped
@Allows(right = Rights.EVERYONE, reads = true)
public class Tickets {
  /** An enrolled speaker. */
  public record Known(
      long no,
      UUID id,
      String serial,
      UUID audience,
      int assignment,
      Ed25519PublicKeyParameters key) {}

  private record Checked(String serial, long expires) {}

  private record Remembered(Known known, long until) {}

  private static final String SCHEME = "Speaker ";
  private static final Duration LONGEST = Duration.ofHours(2);

  /** What another node changed of a speaker is seen here after this time. */
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  /** Two tickets of each of a quarter million speakers; then all are asked for anew. */
  private static final int MOST = 500_000;

  private final Map<String, Checked> checked = new ConcurrentHashMap<>();
  private final Map<String, Remembered> speakers = new ConcurrentHashMap<>();

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Tickets() {}

  /** For tests without a server. */
  Tickets(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * The speaker whose ticket it is; empty if it does not hold.
   *
   * @param authorization {@code Speaker <serial>.<expires>.<signature>}
   */
  @Requirement("R31.3")
  public Optional<Known> holder(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith(SCHEME)) {
      return Optional.empty();
    }
    var ticket = authorization.substring(SCHEME.length());
    var now = clock.millis();
    var before = checked.get(ticket);
    if (before == null) {
      before = check(ticket).orElse(null);
      if (before == null || before.expires() > now + LONGEST.toMillis()) {
        return Optional.empty();
      }
      if (checked.size() >= MOST) {
        checked.clear();
      }
      checked.put(ticket, before);
    }
    if (before.expires() <= now) {
      checked.remove(ticket);
      return Optional.empty();
    }
    return speaker(before.serial());
  }

  /** The serial may itself hold dots: the last two separate. */
  private Optional<Checked> check(String ticket) {
    var second = ticket.lastIndexOf('.');
    var first = ticket.lastIndexOf('.', second - 1);
    if (first < 1 || !ticket.substring(first + 1, second).matches("[0-9]{1,15}")) {
      return Optional.empty();
    }
    var serial = ticket.substring(0, first);
    var expires = ticket.substring(first + 1, second);
    var message = "firstline-ticket\n" + serial + "\n" + expires;
    return speaker(serial)
        .filter(
            known ->
                Ed25519.isSigned(
                    known.key(),
                    message.getBytes(StandardCharsets.UTF_8),
                    Ed25519.bytes(ticket.substring(second + 1)).orElse(new byte[0])))
        .map(known -> new Checked(serial, Long.parseLong(expires)));
  }

  /** The enrolled speaker with the serial. */
  public Optional<Known> speaker(String serial) {
    var now = clock.millis();
    var remembered = speakers.get(serial);
    if (remembered == null || remembered.until() <= now) {
      // Who forgets waits for this look: what it read is not remembered after the change.
      remembered =
          speakers.compute(
              serial,
              (key, before) ->
                  known(serial)
                      .map(known -> new Remembered(known, now + REMEMBERED.toMillis()))
                      .orElse(null));
    }
    return Optional.ofNullable(remembered).map(Remembered::known);
  }

  private Optional<Known> known(String serial) {
    return sql.first(
        """
        select no, id, audience_id, assignment, public_key from speaker
        where serial = ? and state = 'ENROLLED'
        """,
        row ->
            new Known(
                row.number(1),
                row.id(2),
                serial,
                row.id(3),
                row.integer(4),
                Ed25519.key(row.bytes(5)).orElseThrow()),
        serial);
  }

  void kept(@Observes(during = TransactionPhase.AFTER_SUCCESS) Speakers.Kept kept) {
    speakers.remove(kept.serial());
  }

  /** Something about speakers changed: who asks next is looked up anew. */
  public void forget() {
    speakers.clear();
  }
}
