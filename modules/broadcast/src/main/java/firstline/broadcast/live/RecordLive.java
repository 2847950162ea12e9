package firstline.broadcast.live;

import firstline.broadcast.media.KeepMedia;
import firstline.broadcast.media.KeepMedia.Made;
import firstline.broadcast.media.MakeSound;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Joins what was said to sounds that are kept. */
@ApplicationScoped
public class RecordLive {
  /** Pieces of one sound: 25 minutes at a piece a second; a sound lasts half an hour at most. */
  private static final int TOGETHER = 1_500;

  /** Refusals of a part in which there is nothing to keep. */
  private static final Set<String> NOTHING = Set.of("media.silent", "media.short");

  private static final int TRIES = 3;
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private record Due(UUID id, String area, String number, UUID officer, String officerName) {}

  @Inject private MakeSound makeSound;
  @Inject private KeepRecording keepRecording;
  @Inject private Sql sql;
  @Inject private Clock clock;

  /** Whether something has ended and is not recorded, and the tools are there. */
  @Allows(right = Rights.SYSTEM, reads = true)
  public boolean isWaiting() {
    return makeSound.missing().isEmpty() && due().isPresent();
  }

  private Optional<Due> due() {
    return sql.first(
        """
        select l.id, l.area_code, s.number, l.officer_id, l.officer_name
        from live_stream l join schedule s on s.id = l.schedule_id
        where l.recorded_at is null and l.closed_at is not null and l.tries < ?
          and (l.tried_at is null or l.tried_at < ?)
        order by l.begun_at limit 1
        """,
        row -> new Due(row.id(1), row.text(2), row.text(3), row.id(4), row.text(5)),
        TRIES,
        clock.instant().minus(AGAIN));
  }

  /** Records one page; no transaction is open while ffmpeg works. How many sounds it made. */
  @Allows(right = Rights.SYSTEM, reads = true)
  @Requirement("R48.5")
  public int record() {
    var due = due();
    if (due.isEmpty() || !keepRecording.begin(due.get().id())) {
      return 0;
    }
    var page = due.get();
    var sounds = new ArrayList<String>();
    for (var part = part(page.id(), 0); part.length > 0; part = part(page.id(), sounds.size())) {
      var origin =
          new KeepMedia.Origin(
              Made.RECORDING, page.number() + "-" + (sounds.size() + 1), "", "", "");
      var owner = new KeepMedia.Owner(page.officer(), page.officerName());
      try {
        sounds.add(makeSound.fromLive(new ByteArrayInputStream(part), origin, page.area(), owner));
      } catch (Refusal refusal) {
        if (!NOTHING.contains(refusal.code())) {
          throw refusal;
        }
        sounds.add("");
      }
    }
    keepRecording.keep(page.id(), page.area(), List.copyOf(sounds));
    return sounds.size();
  }

  private byte[] part(UUID stream, int index) {
    var pieces =
        sql.list(
            """
            select sound from live_piece where stream_id = ? and no > ? and no <= ? order by no
            """,
            row -> row.bytes(1),
            stream,
            index * TOGETHER,
            (index + 1) * TOGETHER);
    return pieces.isEmpty() ? new byte[0] : Companded.wave(pieces);
  }
}
