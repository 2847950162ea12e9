package firstline.broadcast.fleet;

import firstline.broadcast.signature.Ed25519;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A speaker shows its code and its key (PROTOCOL.md, 1). */
@ApplicationScoped
public class EnrolSpeaker {
  /**
   * What it shows.
   *
   * @param publicKey 32 bytes of Ed25519 as base64url
   * @param proof signature over {@code firstline-enrol\n<code>\n<serial>\n<publicKey>}
   * @param address from where, for the throttle
   */
  public record Command(
      @NotNull String code,
      @NotNull String serial,
      @NotNull String publicKey,
      @NotNull String proof,
      @NotNull String address) {}

  /**
   * A county's speakers may stand behind one address and come on one day. A code holds for its own
   * serial alone: a guesser at one of 32^8 gets nowhere with this.
   */
  private static final int TRIES = 2_000;

  private static final Duration WITHIN = Duration.ofMinutes(10);

  private record Kept(UUID speaker, String serial, Instant expires, boolean used) {}

  @Inject private Speakers speakers;
  @Inject private Assignments assignments;
  @Inject private Throttle throttle;
  @Inject private Sql sql;
  @Inject private Clock clock;

  /**
   * The speaker's signed assignment.
   *
   * @throws NotFound if the code is unknown, spent, too old or of another serial
   * @throws Refusal {@code speaker.public-key}, {@code speaker.proof}, {@code speaker.key}
   */
  @Allows(right = Rights.EVERYONE)
  @Requirement({"R31.1", "R31.2"})
  public byte[] enrol(@Valid Command command) {
    throttle.require("enrol " + command.address(), TRIES, WITHIN);
    var raw = Ed25519.bytes(command.publicKey()).orElse(new byte[0]);
    var key = Ed25519.key(raw).orElseThrow(() -> new Refusal("speaker.public-key"));
    var message =
        String.join("\n", "firstline-enrol", command.code(), command.serial(), command.publicKey());
    var proof = Ed25519.bytes(command.proof()).orElse(new byte[0]);
    if (!Ed25519.isSigned(key, message.getBytes(StandardCharsets.UTF_8), proof)) {
      throw new Refusal("speaker.proof");
    }
    var hash = EnrolCode.hash(command.code());
    var kept =
        sql.first(
                """
                select c.speaker_id, s.serial, c.expires_at, c.used_at is not null
                from enrol_code c join speaker s on s.id = c.speaker_id
                where c.hash = ? for update of c
                """,
                row -> new Kept(row.id(1), row.text(2), row.instant(3), row.flag(4)),
                (Object) hash)
            .filter(one -> one.serial().equals(command.serial()))
            .orElseThrow(NotFound::new);
    var now = clock.instant();
    var speaker = speakers.anywhere(kept.speaker());
    // A spent code still answers the key that spent it: the first answer may have been lost.
    if (!kept.used() && kept.expires().isBefore(now)) {
      throw new NotFound();
    }
    speaker.enrol(raw, now);
    speakers.keep(speaker, now);
    sql.update("update enrol_code set used_at = ? where hash = ? and used_at is null", now, hash);
    return assignments.of(speaker.serial());
  }
}
