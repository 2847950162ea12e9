package firstline.broadcast.live;

import firstline.persistence.database.Sql;
import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Follows what other nodes took in, and what this one knew before it was switched off; ends what is
 * over; has recordings made.
 */
@ApplicationScoped
class FollowLive {
  private static final String DUTY = "broadcast.live";
  private static final int EVERY = 500;

  private record Open(UUID id, int last, boolean over) {}

  private final AtomicBoolean recording = new AtomicBoolean();

  @Inject private Sql sql;
  @Inject private ServerDesk server;
  @Inject private Streams streams;
  @Inject private SweepLive sweepLive;
  @Inject private RecordLive recordLive;

  void start(@Observes ClockworkStarted event) {
    var executor = event.executor();
    executor.scheduleWithFixedDelay(
        Duty.of(DUTY, this::follow), EVERY, EVERY, TimeUnit.MILLISECONDS);
    executor.scheduleWithFixedDelay(
        Duty.of(DUTY, () -> look(executor)), 1_000, 1_000, TimeUnit.MILLISECONDS);
  }

  private void follow() {
    var ids = new HashSet<UUID>();
    for (var open :
        sql.list(
            """
            select id, last, ended_at is not null from live_stream
            where closed_at is null and recorded_at is null
            """,
            row -> new Open(row.id(1), row.integer(2), row.flag(3)))) {
      ids.add(open.id());
      var newest = streams.newest(open.id());
      if (open.last() > newest) {
        sql.list(
                "select no, sound from live_piece where stream_id = ? and no > ? order by no",
                row -> new Streams.Piece(open.id(), row.integer(1), row.bytes(2)),
                open.id(),
                Math.max(newest, open.last() - Streams.BEHIND - 1))
            .forEach(streams::heard);
      }
      if (open.over()) {
        streams.ended(new Streams.Ended(open.id()));
      }
    }
    streams.keep(ids);
  }

  private void look(Executor executor) {
    server.as(DUTY, sweepLive::sweep);
    // ffmpeg takes seconds, and the duties of the house few threads.
    if (server.as(DUTY, recordLive::isWaiting) && recording.compareAndSet(false, true)) {
      executor.execute(
          () -> {
            try {
              Duty.of(DUTY, () -> server.as(DUTY, recordLive::record)).run();
            } finally {
              recording.set(false);
            }
          });
    }
  }
}
