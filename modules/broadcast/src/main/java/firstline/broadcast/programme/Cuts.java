package firstline.broadcast.programme;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What schedules handed over to their successors: facts that approvals wrote. */
public final class Cuts {
  /**
   * What is left of a schedule.
   *
   * @param from its first moment, if it took over from another from a certain play on
   * @param until the first play that is another's, with all after it
   * @param lost single plays that are another's
   */
  public record Cut(Instant from, Instant until, Set<Instant> lost) {
    /** All of it. */
    public static final Cut NONE = new Cut(Instant.MIN, Instant.MAX, Set.of());

    /** True if the play that begins then is still its own. */
    public boolean keeps(Instant start) {
      return !start.isBefore(from) && start.isBefore(until) && !lost.contains(start);
    }

    private Cut begun(Instant at) {
      return new Cut(at, until, lost);
    }

    private Cut ended(Instant at) {
      return new Cut(from, at.isBefore(until) ? at : until, lost);
    }

    private Cut without(Instant start) {
      var all = new HashSet<>(lost);
      all.add(start);
      return new Cut(from, until, Set.copyOf(all));
    }
  }

  private final Sql sql;

  public Cuts(Sql sql) {
    this.sql = sql;
  }

  /** What is left of those of the schedules that handed something over or took something. */
  @Requirement("R44.5")
  public Map<UUID, Cut> of(List<UUID> ids) {
    var cuts = new HashMap<UUID, Cut>();
    sql.list(
        """
        with asked as (select unnest(?::text[])::uuid as id)
        select original_id, single, false, start from schedule_cut join asked on id = original_id
        union all
        select successor_id, single, true, since from schedule_cut join asked on id = successor_id
        """,
        row -> {
          var id = row.id(1);
          var start = row.instant(4);
          var before = cuts.getOrDefault(id, Cut.NONE);
          if (!row.flag(3)) {
            cuts.put(id, row.flag(2) ? before.without(start) : before.ended(start));
          } else if (!row.flag(2)) {
            cuts.put(id, before.begun(start));
          }
          return id;
        },
        (Object) Approved.texts(ids));
    return cuts;
  }

  /**
   * Plays of the schedules that are another's, and for which a programme has a number, are for
   * nobody. A build that had read the schedule before writes such a play after its approval.
   */
  @Requirement("R44.5")
  public void silence(List<UUID> ids) {
    sql.update(
        """
        update occurrence o set withdrawn_at = c.at from schedule_cut c
        where c.original_id = any (?::text[]::uuid[]) and o.schedule_id = c.original_id
          and o.withdrawn_at is null
          and (o.start = c.start or (not c.single and o.start > c.start))
        """,
        (Object) Approved.texts(ids));
  }
}
