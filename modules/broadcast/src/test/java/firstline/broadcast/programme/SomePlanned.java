package firstline.broadcast.programme;

import firstline.broadcast.recurrence.Recurrence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Schedules as programmes are built from them, with the targets that a test gives. */
final class SomePlanned {
  private SomePlanned() {}

  static Planned with(
      List<String> areas, List<String> groups, List<String> notAreas, List<String> notGroups) {
    return new Planned(
        UUID.randomUUID(),
        1,
        "953101000000",
        Kind.ROUTINE,
        0,
        Rank.of(Kind.ROUTINE, 0, 1, 7),
        Recurrence.read(new Recurrence.Text("2026-11-25T06:30:00", "", null, null, null)),
        new Planned.Item(UUID.randomUUID(), "NONE", "zh", "通知", List.of()),
        60_000,
        300_000,
        120_000,
        Preemption.RESUME,
        70,
        1,
        0,
        areas,
        groups,
        notAreas,
        notGroups,
        Instant.EPOCH,
        Instant.MAX);
  }

  /** One play of it. */
  static Plays plays(Planned planned) {
    return Plays.of(planned, List.of(new Plays.Occurrence(1, Instant.EPOCH, false)));
  }
}
