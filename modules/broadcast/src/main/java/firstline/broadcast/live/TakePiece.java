package firstline.broadcast.live;

import static firstline.broadcast.BroadcastRights.EMERGENCY;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes what was said in the last second. */
@ApplicationScoped
public class TakePiece {
  /**
   * A piece.
   *
   * @param number 1 for the first
   * @param sound µ-law bytes, 16 kHz, one channel; 4 seconds at most
   */
  public record Command(@NotNull UUID stream, int number, @NotNull byte[] sound) {}

  /** Bytes of the longest piece. */
  public static final int LONGEST = 64_000;

  private record Open(int last, boolean over) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private Event<Streams.Piece> heard;

  private Consumer<Streams.Piece> told = piece -> heard.fire(piece);

  @SuppressWarnings("NullAway.Init")
  protected TakePiece() {}

  /** For tests without a server. */
  TakePiece(Sql sql, Desk desk, Clock clock, Consumer<Streams.Piece> told) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
    this.told = told;
  }

  /**
   * Keeps it; the same number again changes nothing.
   *
   * @throws NotFound if the stream is not this officer's
   * @throws Refusal {@code live.piece} when it is empty or too long, {@code live.number} when one
   *     before it is missing, {@code live.over}
   */
  @Allows(right = EMERGENCY, ownRecord = true)
  @Requirement("R48.2")
  public void take(@Valid Command command) {
    if (command.sound().length < 1 || command.sound().length > LONGEST) {
      throw new Refusal("live.piece", command.sound().length, LONGEST);
    }
    var now = clock.instant();
    var open =
        sql.first(
                """
                select last, ended_at is not null or until <= ? from live_stream
                where id = ? and officer_id = ? for update
                """,
                row -> new Open(row.integer(1), row.flag(2)),
                now,
                command.stream(),
                desk.officer().id())
            .orElseThrow(NotFound::new);
    if (command.number() > 0 && command.number() <= open.last()) {
      return;
    }
    if (open.over()) {
      throw new Refusal("live.over");
    }
    if (command.number() != open.last() + 1) {
      throw new Refusal("live.number", command.number(), open.last() + 1);
    }
    sql.update(
        "insert into live_piece (stream_id, no, at, sound) values (?, ?, ?, ?)",
        command.stream(),
        command.number(),
        now,
        command.sound());
    sql.update(
        "update live_stream set last = ?, last_at = ? where id = ?",
        command.number(),
        now,
        command.stream());
    told.accept(new Streams.Piece(command.stream(), command.number(), command.sound()));
  }
}
