package firstline.broadcast.faults;

import firstline.broadcast.fleet.Knowing;
import firstline.broadcast.fleet.Tickets;
import firstline.broadcast.programme.BuildProgrammes;
import firstline.broadcast.programme.Building;
import firstline.broadcast.receipt.Batch;
import firstline.broadcast.receipt.KeepReceipts;
import firstline.broadcast.receipt.Receiving;
import firstline.broadcast.signature.Ed25519;
import firstline.broadcast.signature.ServerKey;
import firstline.persistence.database.DatabaseFailure;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.time.Clocks;
import firstline.testkit.clock.MutableClock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The server without its container: the real tickets, builder of programmes, reader of batches and
 * take-over of receipts on the real database, answering as the servlets do. What it remembers is
 * gone with it. One thread.
 */
final class Office implements Door {
  static final String SECRET = "only-for-tests-0123456789-abcdefghijklmnop";

  private record Held(String tag, byte[] body) {}

  private final Work database;
  private final MutableClock clock;
  private final Tickets tickets;
  private final BuildProgrammes builder;
  private final Map<UUID, Held> programmes = new HashMap<>();
  private @Nullable LocalDate day;
  private long counter = -1;
  private long newest;

  Office(Work database, Instant now, int poll) {
    this.database = database;
    clock = MutableClock.at(now);
    tickets = Knowing.tickets(database.statements(), clock);
    builder = Building.builder(database.statements(), new ServerKey(SECRET), clock, poll);
  }

  private void time(long now) {
    clock.set(Instant.ofEpochMilli(now));
  }

  @Override
  public boolean away() {
    return false;
  }

  @Override
  public Answer programme(long now, String ticket, String tag) {
    time(now);
    try {
      follow();
      var speaker = tickets.holder("Speaker " + ticket);
      if (speaker.isEmpty()) {
        return Answer.of(401, now);
      }
      var held = programmes.get(speaker.get().audience());
      if (held == null) {
        return Answer.of(503, now);
      }
      return held.tag().equals(tag)
          ? Answer.of(304, now)
          : new Answer(200, now, held.tag(), held.body());
    } catch (DatabaseFailure | OneConnection.Away e) {
      day = null;
      builder.forget();
      return Answer.of(503, now);
    }
  }

  /** As FollowProgrammes does, at each question. */
  private void follow() {
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    long now =
        database.statements().one("select counter from broadcast_change", row -> row.number(1));
    if (now == counter && today.equals(day)) {
      return;
    }
    database.transaction(sql -> builder.build());
    counter = now;
    day = today;
    database
        .statements()
        .list(
            "select audience_id, revision, body from programme where revision > ? order by revision",
            row -> {
              newest = row.number(2);
              return programmes.put(row.id(1), new Held("\"" + newest + "\"", row.bytes(3)));
            },
            newest);
  }

  @Override
  public Answer receipts(long now, String signature, byte[] body) {
    time(now);
    try {
      var batch = Batch.read(body);
      var speaker = tickets.speaker(batch.serial());
      if (speaker.isEmpty()
          || !Ed25519.isSigned(
              speaker.get().key(), signed(body), Ed25519.bytes(signature).orElse(new byte[0]))) {
        return Answer.of(401, now);
      }
      var kept =
          database.transaction(
              sql ->
                  Receiving.keep(sql, clock, new KeepReceipts.Signed(speaker.get().no(), batch)));
      return new Answer(
          200,
          now,
          kept.why().name(),
          ("{\"journal\":\"" + batch.journal() + "\",\"acknowledged\":" + kept.acknowledged() + '}')
              .getBytes(StandardCharsets.UTF_8));
    } catch (DatabaseFailure | OneConnection.Away e) {
      return Answer.of(503, now);
    } catch (Refusal e) {
      return new Answer(422, now, e.code(), new byte[0]);
    }
  }

  private static byte[] signed(byte[] body) {
    var all = new ByteArrayOutputStream();
    all.writeBytes("firstline-receipts\n".getBytes(StandardCharsets.UTF_8));
    all.writeBytes(body);
    return all.toByteArray();
  }

  /** Statements, and transactions over the same connection. */
  interface Work {
    Sql statements();

    <T> T transaction(java.util.function.Function<Sql, T> work);
  }
}
