package firstline.broadcast.desk;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.fleet.FleetQueries;
import firstline.broadcast.proof.Identity;
import firstline.broadcast.proof.ProofQueries;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.situation.SituationContribution;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Loudspeakers on the board of the duty room: plays, speakers, calls. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class BroadcastSituation implements SituationContribution {
  private static final Duration DAY = Duration.ofDays(1);

  /** Fewer than four of five within reach calls for somebody. */
  private static final int FAIR = 80;

  @Inject private Sql sql;
  @Inject private ProofQueries proofQueries;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected BroadcastSituation() {}

  /** For tests without a server. */
  BroadcastSituation(Sql sql, ProofQueries proofQueries, Desk desk, Clock clock) {
    this.sql = sql;
    this.proofQueries = proofQueries;
    this.desk = desk;
    this.clock = clock;
  }

  private record Counts(long online, long enrolled, long calls, long callsBefore) {}

  @Override
  @Requirement("R103.1")
  public List<Tile> tiles(String root) {
    if (!desk.may(BroadcastRights.READ)) {
      return List.of();
    }
    var plays =
        proofQueries.whole(LocalDate.ofInstant(clock.instant(), Clocks.ZONE), root).stream()
            .filter(whole -> !whole.drill())
            .map(ProofQueries.Whole::identity)
            .reduce(Identity.NONE, Identity::plus);
    var counts = counts(root);
    return List.of(
        new Tile(
            "broadcast.plays",
            30,
            plays.finished(),
            Compared.OF,
            plays.planned(),
            false,
            "/console/broadcast/proof"),
        new Tile(
            "broadcast.speakers",
            40,
            counts.online(),
            Compared.OF,
            counts.enrolled(),
            100 * counts.online() < FAIR * counts.enrolled(),
            "/console/broadcast/fleet"),
        new Tile(
            "broadcast.calls",
            50,
            counts.calls(),
            Compared.YESTERDAY,
            counts.callsBefore(),
            counts.calls() > 0,
            "/console/broadcast/calls"));
  }

  private Counts counts(String root) {
    var now = clock.instant();
    return sql.one(
        """
        with mine as (select code from area where path like any (?))
        select
          (select count(*) from speaker s join mine on mine.code = s.area_code
            join speaker_live l on l.speaker_no = s.no
            where s.state = 'ENROLLED' and l.seen_at >= ?),
          (select count(*) from speaker s join mine on mine.code = s.area_code
            where s.state = 'ENROLLED'),
          (select count(*) from call_task c join mine on mine.code = c.area_code
            where c.acknowledged_at is null),
          (select count(*) from call_task c join mine on mine.code = c.area_code
            where c.opened_at <= ? and (c.acknowledged_at is null or c.acknowledged_at > ?))
        """,
        row -> new Counts(row.number(1), row.number(2), row.number(3), row.number(4)),
        desk.officer().scope(BroadcastRights.READ).within(root).patterns(),
        now.minus(FleetQueries.ONLINE),
        now.minus(DAY),
        now.minus(DAY));
  }

  @Override
  @Requirement("R103.2")
  public List<Heat> heat(String root) {
    if (!desk.may(BroadcastRights.READ)) {
      return List.of();
    }
    return sql.list(
        """
        select c.area_code, count(*) from call_task c join area a on a.code = c.area_code
        where c.acknowledged_at is null and a.path like any (?) group by c.area_code
        """,
        row -> new Heat("broadcast.calls", row.text(1), row.number(2)),
        (Object) desk.officer().scope(BroadcastRights.READ).within(root).patterns());
  }
}
