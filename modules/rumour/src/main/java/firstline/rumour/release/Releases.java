package firstline.rumour.release;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.rumour.rumour.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Releases for writing, always all of one rebuttal: whoever writes holds the rebuttal's row, so
 * that officers and the servers of several nodes come one after the other.
 */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Releases {
  /** A CDI event: there is something for the server to do now. */
  record ServerWork() {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private @Nullable Event<ServerWork> serverWork;

  @SuppressWarnings("NullAway.Init")
  protected Releases() {}

  /** For tests without a server. */
  Releases(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** Where the rebuttal went; the caller has checked that it lies in scope. */
  public Circulation of(UUID rebuttalId) {
    sql.one("select id from rebuttal where id = ? for no key update", row -> row.id(1), rebuttalId);
    return read(rebuttalId);
  }

  /** The same, unless somebody else is at it: another node will have done it. */
  @Requirement("R3.6")
  Optional<Circulation> unlessBusy(UUID rebuttalId) {
    return sql.first(
            "select id from rebuttal where id = ? for no key update skip locked",
            row -> row.id(1),
            rebuttalId)
        .map(this::read);
  }

  /**
   * Where the release's rebuttal went, if it lies in scope.
   *
   * @throws Conflict if the release is no longer what the officer saw
   */
  public Circulation at(UUID releaseId, long version) {
    var rebuttal =
        sql.one(
            """
            select r.rebuttal_id from release r join area a on a.code = r.area_code
            where r.id = ? and a.path like any (?)
            """,
            row -> row.id(1),
            releaseId,
            desk.scope().patterns());
    var circulation = of(rebuttal);
    if (circulation.at(releaseId).version() != version) {
      throw new Conflict();
    }
    return circulation;
  }

  /** Writes what changed and the steps that changed it; call it at the end of every use case. */
  public void keep(Circulation circulation) {
    var steps = new ArrayList<@Nullable Object[]>();
    for (var release : circulation.releases()) {
      if (release.version() == 0) {
        insert(release);
      }
      if (release.isChanged()) {
        write(release);
      }
      release.takeSteps().forEach(step -> steps.add(line(release, step)));
    }
    sql.batch(
        """
        insert into release_step (id, release_id, verb, state, at, officer_id, officer_name,
          department_name, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        steps);
    if (serverWork != null && !circulation.due(clock.instant()).isEmpty()) {
      serverWork.fire(new ServerWork());
    }
  }

  private void insert(Release release) {
    var order = release.order();
    sql.update(
        """
        insert into release (id, version, rebuttal_id, area_code, number, ordinal, hash, channel,
          state, due_at, ordered_at, ordered_by, orderer_name, department_id, department_name)
        values (?, 0, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?, ?, ?, ?, ?)
        """,
        order.id(),
        order.text().rebuttalId(),
        order.text().areaCode(),
        order.text().number(),
        order.text().ordinal(),
        order.text().hash(),
        order.channel().name(),
        order.dueAt(),
        order.at(),
        order.by().id(),
        order.by().name(),
        order.by().departmentId(),
        order.by().departmentName());
  }

  private void write(Release release) {
    var now = release.standing();
    var receipt = now.receipt();
    var closing = now.closing();
    sql.update(
        """
        update release set version = version + 1, state = ?, attempts = ?, next_at = ?, reason = ?,
          withdrawal = ?, sent_at = ?, url = ?, appeared_at = ?, note = ?, file_id = ?, sha256 = ?,
          operator = ?, confirmed_at = ?, correction_due_at = ?, closing_url = ?,
          closing_appeared_at = ?, closing_note = ?, closing_file_id = ?, closing_sha256 = ?,
          closed_at = ?
        where id = ?
        """,
        now.state().name(),
        now.attempts(),
        now.nextAt(),
        now.reason(),
        now.withdrawal(),
        now.sentAt(),
        receipt == null ? null : receipt.url(),
        receipt == null ? null : receipt.appearedAt(),
        receipt == null ? null : receipt.note(),
        receipt == null ? null : receipt.fileId(),
        receipt == null ? null : receipt.sha256(),
        now.operator(),
        now.confirmedAt(),
        now.dueForCorrectionAt(),
        closing == null ? null : closing.url(),
        closing == null ? null : closing.appearedAt(),
        closing == null ? null : closing.note(),
        closing == null ? null : closing.fileId(),
        closing == null ? null : closing.sha256(),
        now.closedAt(),
        release.id());
  }

  private static @Nullable Object[] line(Release release, ReleaseStep step) {
    var actor = step.actor();
    return new @Nullable Object[] {
      Ids.next(),
      release.id(),
      step.verb().name(),
      step.state().name(),
      step.at(),
      actor == null ? null : actor.id(),
      actor == null ? "" : actor.inHistory(),
      actor == null ? "" : actor.departmentName(),
      step.reason()
    };
  }

  private Circulation read(UUID rebuttalId) {
    return new Circulation(
        sql.list(
            """
            select id, rebuttal_id, area_code, number, ordinal, hash, channel, due_at, ordered_by,
              orderer_name, department_id, department_name, ordered_at, version, state, attempts,
              next_at, reason, withdrawal, sent_at, url, appeared_at, note, file_id, sha256,
              operator, confirmed_at, correction_due_at, closing_url, closing_appeared_at,
              closing_note, closing_file_id, closing_sha256, closed_at
            from release where rebuttal_id = ? order by ordinal, id
            """,
            Releases::release,
            rebuttalId));
  }

  private static Release release(Row row) throws SQLException {
    var order =
        new Release.Order(
            row.id(1),
            new ApprovedText(row.id(2), row.text(3), row.text(4), row.integer(5), row.text(6)),
            Channel.valueOf(row.text(7)),
            row.instant(8),
            new Actor(row.id(9), row.text(10), row.id(11), row.text(12)),
            row.instant(13));
    return Release.stored(
        order,
        row.number(14),
        new Standing(
            ReleaseState.valueOf(row.text(15)),
            row.integer(16),
            row.instantOrNull(17),
            row.text(18),
            row.flag(19),
            row.instantOrNull(20),
            receipt(row, 21),
            row.text(26),
            row.instantOrNull(27),
            row.instantOrNull(28),
            receipt(row, 29),
            row.instantOrNull(34)));
  }

  /** Five columns from the first on: address, time, note, file and its hash. */
  private static @Nullable Receipt receipt(Row row, int first) throws SQLException {
    var appeared = row.instantOrNull(first + 1);
    return appeared == null
        ? null
        : new Receipt(
            row.text(first),
            appeared,
            row.text(first + 2),
            row.idOrNull(first + 3),
            row.textOrNull(first + 4));
  }

  /** The rebuttals on which there is something for the server to do. */
  List<UUID> due(Instant now, int most) {
    return sql.list(
        """
        select rebuttal_id from release where next_at <= ?
        group by rebuttal_id order by min(next_at) limit ?
        """,
        row -> row.id(1),
        now,
        most);
  }
}
