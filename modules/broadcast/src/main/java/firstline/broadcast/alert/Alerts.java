package firstline.broadcast.alert;

import firstline.broadcast.signature.TrustedSigners;
import firstline.broadcast.standing.Arrived;
import firstline.broadcast.standing.StandingOrders;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.digest.Sha256;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * The messages that were taken in. What becomes of one is counted from all that are there: it is
 * cancelled if a cancellation names it, else superseded if an update with an info names it, of the
 * same sender and status, taken in at its area or above. So the order in which they come does not
 * matter, an exercise touches nothing actual, and nobody cancels what another authority said.
 */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Alerts {
  /** How a message came. */
  public enum Way {
    API,
    FILE,
    FEED
  }

  /** The message as it stands, and whether it came for the first time. */
  public record Taken(AlertView alert, boolean isNew) {}

  private record Known(UUID id, byte[] sha256, byte[] raw) {}

  /** Clocks differ; a day is more than any zone is off. */
  private static final Duration AHEAD = Duration.ofDays(1);

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private TrustedSigners signers;
  @Inject private StandingOrders standingOrders;

  @SuppressWarnings("NullAway.Init")
  protected Alerts() {}

  /** For tests without a server. */
  public Alerts(Sql sql, Clock clock, TrustedSigners signers, StandingOrders standingOrders) {
    this.sql = sql;
    this.clock = clock;
    this.signers = signers;
    this.standingOrders = standingOrders;
  }

  /**
   * Takes the message in at the area, which the caller has checked.
   *
   * @throws Refusal {@code cap.…}
   */
  @Requirement({"R34.6", "R34.10"})
  public Taken take(byte[] raw, Way way, String areaCode) {
    var cap = CapReader.read(raw);
    var now = clock.instant();
    if (cap.sent().toInstant().isAfter(now.plus(AHEAD))) {
      throw new Refusal("cap.sent-ahead", "sent", cap.sent().toString());
    }
    var signature = CapSignature.check(raw, signers.certificates(), now);
    // One after the other: of two that name each other's, the later must see the earlier.
    sql.one("select 1 from (select pg_advisory_xact_lock(340))", row -> row.integer(1));
    var known =
        sql.first(
            "select id, sha256, raw from alert where identifier = ? and sender = ? and sent = ?",
            row -> new Known(row.id(1), row.bytes(2), row.bytes(3)),
            cap.identifier(),
            cap.sender(),
            cap.sent().toInstant());
    if (known.isPresent()) {
      requireSame(known.get(), raw, cap);
      return new Taken(AlertRows.one(known.get().id(), sql).orElseThrow(), false);
    }
    var id = Ids.next();
    var assessment = Assessment.of(cap, now);
    var areas = DivisionMatch.of(areas(cap, assessment), sql);
    insert(id, cap, raw, way, areaCode, assessment, areas, signature, now);
    end(id, now);
    followRules(id, cap, assessment, areas, signature, now);
    return new Taken(AlertRows.one(id, sql).orElseThrow(), true);
  }

  /** What a standing order puts on the air is no draft any more, and public. */
  @Requirement({"R51.2", "R51.5"})
  private void followRules(
      UUID id,
      Cap cap,
      Assessment assessment,
      DivisionMatch areas,
      CapSignature.Finding signature,
      Instant now) {
    var outcome =
        standingOrders.decide(
            new Arrived(
                cap.sender(),
                cap.sent().toInstant(),
                signature.signer(),
                isDraft(id),
                assessment.infos().stream().map(Cap.Info::event).toList(),
                assessment.level(),
                paths(areas),
                !areas.unresolved().isEmpty(),
                assessment.text(),
                assessment.expires()),
            now);
    if (outcome.schedule() != null) {
      sql.update(
          """
          update alert set state = 'ORDERED', version = version + 1, ordered_at = ?, public_at = ?,
            schedule_id = ?, rule_no = ?
          where id = ?
          """,
          now,
          now,
          outcome.schedule(),
          outcome.rule(),
          id);
    } else if (!outcome.held().isEmpty()) {
      sql.update("update alert set held = ? where id = ?", outcome.held(), id);
    }
  }

  private boolean isDraft(UUID id) {
    return sql.one(
        "select state = 'DRAFT' and kind = 'EMERGENCY' from alert where id = ?",
        row -> row.flag(1),
        id);
  }

  private List<String> paths(DivisionMatch areas) {
    return sql.list(
        "select path from area where code = any (?) order by path",
        row -> row.text(1),
        (Object) areas.codes().toArray(String[]::new));
  }

  private static void requireSame(Known known, byte[] raw, Cap cap) {
    if (!MessageDigest.isEqual(known.sha256(), Sha256.of(raw))
        && !CapReader.read(known.raw()).equals(cap)) {
      throw new Refusal("cap.changed", "identifier", cap.identifier());
    }
  }

  private void insert(
      UUID id,
      Cap cap,
      byte[] raw,
      Way way,
      String areaCode,
      Assessment assessment,
      DivisionMatch areas,
      CapSignature.Finding signature,
      Instant now) {
    sql.update(
        """
        insert into alert (id, version, area_code, identifier, sender, sent, status, msg_type, source,
          kind, state, reason, level, language, headline, text, expires_at, unresolved, signature,
          raw, sha256, received_at)
        values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        areaCode,
        cap.identifier(),
        cap.sender(),
        cap.sent().toInstant(),
        cap.status().name(),
        cap.msgType().name(),
        way.name(),
        assessment.kind().name(),
        assessment.state(),
        assessment.reason(),
        assessment.level(),
        assessment.language(),
        assessment.headline(),
        assessment.text(),
        assessment.expires(),
        areas.unresolved().toArray(String[]::new),
        signature.state().name(),
        raw,
        Sha256.of(raw),
        now);
    sql.batch(
        "insert into alert_area (alert_id, area_code) values (?, ?)",
        areas.codes().stream().map(code -> new Object[] {id, code}).toList());
    sql.batch(
        "insert into alert_reference (alert_id, sender, identifier, sent) values (?, ?, ?, ?)"
            + " on conflict do nothing",
        cap.references().stream()
            .map(
                named ->
                    new Object[] {
                      id,
                      named.sender(),
                      named.identifier(),
                      named.sent().toInstant().atOffset(ZoneOffset.UTC)
                    })
            .toList());
  }

  /** The part in another language may be the only one that says where. */
  private static List<Cap.Area> areas(Cap cap, Assessment assessment) {
    var chosen = assessment.infos().stream().flatMap(info -> info.areas().stream()).toList();
    return chosen.isEmpty()
        ? cap.infos().stream().flatMap(info -> info.areas().stream()).toList()
        : chosen;
  }

  /** Ends what the new message names, and the new one if an earlier arrival names it. */
  @Requirement("R34.7")
  private void end(UUID id, Instant now) {
    sql.update(
        """
        update alert a set version = a.version + 1, ended_by = e.by,
          ended_at = coalesce(a.ended_at, ?),
          state = case when e.msg_type = 'CANCEL' then 'CANCELLED' else 'SUPERSEDED' end
        from (
          select distinct on (t.id) t.id target, c.id as by, c.msg_type
          from (
            select ?::uuid as id union
            select x.id from alert_reference m join alert x
              on x.identifier = m.identifier and x.sender = m.sender and x.sent = m.sent
            where m.alert_id = ?) touched
          join alert t on t.id = touched.id join area ta on ta.code = t.area_code
          join alert_reference r
            on r.identifier = t.identifier and r.sender = t.sender and r.sent = t.sent
          join alert c on c.id = r.alert_id and c.sender = t.sender and c.status = t.status
            and c.id <> t.id and c.sent >= t.sent
          join area ca on ca.code = c.area_code and starts_with(ta.path, ca.path)
          where t.state <> 'IGNORED'
            and (c.msg_type = 'CANCEL' or (c.msg_type = 'UPDATE' and c.text <> ''))
          order by t.id, c.msg_type, c.sent, c.id) e
        where a.id = e.target and a.ended_by is distinct from e.by
        """,
        now,
        id,
        id);
    // Whoever heard of the alert in public hears of its end.
    sql.update(
        """
        update alert c set public_at = ?, version = version + 1
        where c.id in (select ended_by from alert t
          where t.state = 'CANCELLED' and t.public_at is not null and (t.id = ? or t.ended_by = ?))
          and c.public_at is null
        """,
        now,
        id,
        id);
  }
}
