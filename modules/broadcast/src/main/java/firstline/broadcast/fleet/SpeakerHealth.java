package firstline.broadcast.fleet;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What one speaker of the officer's areas last said of itself, and its faults. */
@ApplicationScoped
public class SpeakerHealth {
  /**
   * Its last heartbeat.
   *
   * @param offset milliseconds by which its own clock differs from the server's; 0 if untold
   * @param newest revision of its audience's programme; 0 for none
   * @param free megabytes that are left on its disk
   */
  public record Live(
      Instant seenAt,
      boolean online,
      long revision,
      long newest,
      long offset,
      boolean trusted,
      String state,
      String flags,
      int volume,
      long free,
      String firmware) {
    private static final int OFF = 2_000;

    public boolean isBehind() {
      return revision < newest;
    }

    public boolean isOff() {
      return !trusted || Math.abs(offset) > OFF;
    }

    public List<String> marks() {
      return Flags.known(flags);
    }
  }

  /** One that it, or the server, noted. */
  public record Fault(Instant at, String code, String detail, Instant receivedAt) {
    private static final Set<String> KNOWN =
        Set.of(
            "BAD_SIGNATURE",
            "OTHER_AUDIENCE",
            "OTHER_SERIAL",
            "REPLAY",
            "MALFORMED",
            "DISK",
            "JOURNAL_DAMAGED",
            "MEDIA_MISSING",
            "DEVICE",
            "SPEECH",
            "SECOND_END",
            "UNPLANNED");

    /** True if there are words for it: speakers of other makers may have their own. */
    public boolean isKnown() {
      return KNOWN.contains(code);
    }
  }

  private static final int FAULTS = 20;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  /** None if it was never heard of. */
  @Allows(right = READ, reads = true)
  public List<Live> live(UUID speaker) {
    return sql.list(
        """
        select l.seen_at, l.seen_at >= ?, l.revision, coalesce(p.revision, 0),
          coalesce(l.clock_offset, 0), l.trusted, l.state, l.flags, l.volume,
          l.free / 1000000, l.firmware
        from speaker s join area a on a.code = s.area_code
          join speaker_live l on l.speaker_no = s.no
          left join programme p on p.audience_id = s.audience_id
        where s.id = ? and a.path like any (?)
        """,
        row ->
            new Live(
                row.instant(1),
                row.flag(2),
                row.number(3),
                row.number(4),
                row.number(5),
                row.flag(6),
                row.text(7),
                row.text(8),
                row.integer(9),
                row.number(10),
                row.text(11)),
        clock.instant().minus(FleetQueries.ONLINE),
        speaker,
        desk.scope().patterns());
  }

  /** The latest, at most {@value #FAULTS}. */
  @Allows(right = READ, reads = true)
  public List<Fault> faults(UUID speaker) {
    return sql.list(
        """
        select f.at, f.code, f.detail, f.received_at
        from speaker s join area a on a.code = s.area_code
          join speaker_fault f on f.speaker_no = s.no
        where s.id = ? and a.path like any (?)
        order by f.received_at desc, f.sequence desc limit ?
        """,
        row -> new Fault(row.instant(1), row.text(2), row.text(3), row.instant(4)),
        speaker,
        desk.scope().patterns(),
        FAULTS);
  }
}
