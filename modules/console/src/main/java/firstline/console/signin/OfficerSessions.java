package firstline.console.signin;

import firstline.persistence.chosen.ChosenSettings;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of officers: idle for as long as {@link SignInSettings} says, 12 hours at most, ended
 * everywhere at one word. Who must change a password holds no right until that is done.
 */
@ApplicationScoped
public class OfficerSessions {
  static final Duration ABSOLUTE = Duration.ofHours(12);

  /** Opens a session from an address with a browser. */
  public record Opening(@NotNull UUID id, @NotNull String address, @NotNull String agent) {}

  /** One session as its owner sees it. */
  public record Line(
      UUID id, Instant createdAt, Instant lastSeenAt, String address, String agent) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private ChosenSettings settings;
  @Inject private PasswordPolicy policy;
  @Inject private PersonalRights personalRights;

  @SuppressWarnings("NullAway.Init")
  protected OfficerSessions() {}

  /** For tests without a server. */
  public OfficerSessions(
      Sql sql, Desk desk, Clock clock, ChosenSettings settings, PersonalRights personalRights) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
    this.settings = settings;
    this.policy = new PasswordPolicy(sql, settings, clock);
    this.personalRights = personalRights;
  }

  /** Opens a session and returns its secret, which is stored as a hash alone. */
  @Allows(right = Rights.EVERYONE)
  public String open(@Valid Opening opening) {
    var token = Tokens.next();
    var now = clock.instant();
    sql.update(
        "insert into officer_session"
            + " (id, token_hash, officer_id, created_at, last_seen_at, address, agent)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        Ids.next(),
        Tokens.hash(token),
        opening.id(),
        now,
        now,
        opening.address(),
        opening.agent().substring(0, Math.min(200, opening.agent().length())));
    return token;
  }

  /** The officer of a living session. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public Optional<OfficerOnDuty> officer(String token) {
    var now = clock.instant();
    var rows =
        sql.list(
            """
            select o.id, o.username, o.name, d.id, d.name, d.name_en, o.area_code, a.name,
              o.language, s.last_seen_at, s.id,
              array(select r.right_key || ' ' || ga.path
                from officer_role g join role_right r on r.role_id = g.role_id
                join area ga on ga.code = g.area_code
                where g.officer_id = o.id),
              case when o.password is not null then o.password_at end,
              array(select y.id || ' ' || r.right_key || ' ' || ga.path || ' ' || y.name
                from deputy p
                join officer y on y.id = p.absent_id and y.active
                  and y.department_id = o.department_id
                join officer_role g on g.officer_id = y.id join role_right r on r.role_id = g.role_id
                join area ga on ga.code = g.area_code
                where p.deputy_id = o.id and p.ended_at is null and p.begins_at <= ?
                  and p.ends_at > ? and r.right_key not like 'admin.%'
                order by y.id)
            from officer_session s
            join officer o on o.id = s.officer_id
            join department d on d.id = o.department_id
            join area a on a.code = o.area_code
            where s.token_hash = ? and s.ended_at is null and s.last_seen_at > ?
              and s.created_at > ? and o.active
            """,
            Seen::of, now, now, Tokens.hash(token), now.minus(idle()), now.minus(ABSOLUTE));
    rows.stream()
        .filter(seen -> seen.lastSeenAt().isBefore(now.minusSeconds(60)))
        .forEach(
            seen ->
                sql.update(
                    "update officer_session set last_seen_at = ? where id = ?",
                    now,
                    seen.session()));
    return rows.stream().map(this::seated).findFirst();
  }

  /** The officer with this id as an administrator sees them: for looking, not for touching. */
  @Allows(right = Rights.ADMIN_SECURITY, reads = true)
  public Optional<OfficerOnDuty> lookThrough(UUID officer) {
    var now = clock.instant();
    return sql.first(
            """
            select o.id, o.username, o.name, d.id, d.name, d.name_en, o.area_code, a.name,
              o.language, ?::timestamptz, o.id,
              array(select r.right_key || ' ' || ga.path
                from officer_role g join role_right r on r.role_id = g.role_id
                join area ga on ga.code = g.area_code
                where g.officer_id = o.id), null::timestamptz, array[]::text[]
            from officer o
            join department d on d.id = o.department_id
            join area a on a.code = o.area_code
            where o.id = ? and o.active
            """,
            Seen::of,
            now,
            officer)
        .map(seen -> seen.officer().lookedAtBy(desk.officer().id()));
  }

  /** The officer's own living sessions, newest first. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<Line> mine() {
    var now = clock.instant();
    return sql.list(
        "select id, created_at, last_seen_at, address, agent from officer_session"
            + " where officer_id = ? and ended_at is null and last_seen_at > ? and created_at > ?"
            + " order by created_at desc",
        row -> new Line(row.id(1), row.instant(2), row.instant(3), row.text(4), row.text(5)),
        desk.officer().id(),
        now.minus(idle()),
        now.minus(ABSOLUTE));
  }

  /** Ends the session with this secret. */
  @Allows(right = Rights.EVERYONE)
  public void end(String token) {
    sql.update(
        "update officer_session set ended_at = ? where token_hash = ? and ended_at is null",
        clock.instant(),
        Tokens.hash(token));
  }

  /** Ends every session of the officer, this one too. */
  @Allows(right = Rights.SIGNED_IN)
  public void endAll() {
    sql.update(
        "update officer_session set ended_at = ? where officer_id = ? and ended_at is null",
        clock.instant(),
        desk.officer().id());
  }

  private Duration idle() {
    return Duration.ofMinutes(settings.number(SignInSettings.IDLE));
  }

  @Requirement({"R112.7", "R113.2"})
  private OfficerOnDuty seated(Seen seen) {
    return seen.passwordAt() != null && policy.overdue(seen.passwordAt())
        ? seen.officer().withoutRights()
        : seen.officer().standingIn(StandIns.of(seen.deputed(), personalRights));
  }

  private record Seen(
      OfficerOnDuty officer,
      Instant lastSeenAt,
      UUID session,
      @Nullable Instant passwordAt,
      List<String> deputed) {
    static Seen of(Row row) throws SQLException {
      return new Seen(
          Seat.of(row, 12), row.instant(10), row.id(11), row.instantOrNull(13), row.texts(14));
    }
  }
}
