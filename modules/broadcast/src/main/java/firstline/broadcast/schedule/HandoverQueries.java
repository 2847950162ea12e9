package firstline.broadcast.schedule;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.broadcast.conflict.Candidate;
import firstline.broadcast.programme.Cuts;
import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a schedule takes over from another, and what others take over from it. */
@ApplicationScoped
public class HandoverQueries {
  /**
   * A handover.
   *
   * @param from true if the schedule asked for is the successor
   * @param id of the other schedule
   * @param state of the successor
   * @param start the play, or the first; null for all until they are handed over
   * @param at when it was done; null while it waits
   */
  public record Handover(
      boolean from,
      UUID id,
      String number,
      String title,
      String state,
      String scope,
      @Nullable Instant start,
      @Nullable Instant at) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Replacements replacements;
  @Inject private Clock clock;

  /** All handovers from and to the schedule, within the officer's areas. */
  @Allows(right = READ, reads = true)
  @Requirement("R44.4")
  public List<Handover> of(UUID schedule) {
    return sql.list(
        """
        select r.successor_id = s.asked, o.id, o.number, o.title, n.state, r.scope,
          coalesce(r.start, c.start), c.at
        from (select ?::uuid as asked) s
          join schedule_replacement r on s.asked in (r.successor_id, r.original_id)
          join schedule n on n.id = r.successor_id
          join schedule o on o.id in (r.successor_id, r.original_id) and o.id <> s.asked
          join area a on a.code = o.area_code
          left join schedule_cut c on c.successor_id = r.successor_id
        where a.path like any (?)
        order by r.successor_id = s.asked desc, n.drafted_at, n.id
        """,
        row ->
            new Handover(
                row.flag(1),
                row.id(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.instantOrNull(7),
                row.instantOrNull(8)),
        schedule,
        desk.scope().patterns());
  }

  /** What goes over to the draft if it is approved now; empty if it replaces nothing. */
  @Allows(right = READ, reads = true)
  @Requirement("R41.7")
  public Optional<Candidate.Takeover> takeover(UUID successor, Recurrence.Text when) {
    return replacements.takeover(successor, when, clock.instant());
  }

  /**
   * What goes over to an edit if it is drafted and approved now.
   *
   * @throws firstline.persistence.refusal.NotFound if the original is none of the officer's
   */
  @Allows(right = READ, reads = true)
  @Requirement("R41.7")
  public Candidate.Takeover takeover(
      UUID original, Scope scope, @Nullable Instant start, Recurrence.Text when) {
    sql.one(
        """
        select 1 from schedule s join area a on a.code = s.area_code
        where s.id = ? and a.path like any (?)
        """,
        row -> row.integer(1),
        original,
        desk.scope().patterns());
    return replacements.takeover(
        original, new Replacements.Edit(scope, start), when, clock.instant());
  }

  /** Starts at or after the instant that others took over one by one. */
  @Allows(right = READ, reads = true)
  @Requirement("R44.5")
  public List<Instant> singles(UUID schedule, Instant from) {
    return new Cuts(sql)
        .of(List.of(schedule)).getOrDefault(schedule, Cuts.Cut.NONE).lost().stream()
            .filter(start -> !start.isBefore(from))
            .sorted()
            .toList();
  }
}
