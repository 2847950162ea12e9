package firstline.publicity.share;

import static firstline.publicity.PublicityRights.DRAFT;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows a version to somebody outside, for a while. */
@ApplicationScoped
public class ShareLinks {
  static final int MOST_DAYS = 90;
  private static final int SHORTEST = 6;
  private static final int LONGEST = 100;

  /**
   * A link to make.
   *
   * @param password empty for none
   */
  public record Command(@NotNull UUID version, int days, @NotNull String password) {
    @Override
    public String toString() {
      return "Command[" + version + ", " + days + " days]";
    }
  }

  /** A link as its makers see it. */
  public record Line(
      UUID id,
      String officerName,
      int ordinal,
      boolean secured,
      Instant madeAt,
      Instant expiresAt,
      @Nullable Instant revokedAt,
      @Nullable Instant lastUsedAt,
      int uses) {}

  /** A living link as whoever has it is answered. */
  record Living(UUID id, UUID version, String passwordHash) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private Pbkdf2PasswordHash hashes;

  @SuppressWarnings("NullAway.Init")
  protected ShareLinks() {}

  /** For tests without a server. */
  ShareLinks(Sql sql, Desk desk, Clock clock, Pbkdf2PasswordHash hashes) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
    this.hashes = hashes;
  }

  /**
   * Makes a link; its token, which nobody can read again.
   *
   * @throws Refusal {@code share.days}, {@code share.password}
   */
  @Allows(right = DRAFT)
  @Requirement("R66.1")
  public String make(@Valid Command command) {
    if (command.days() < 1 || command.days() > MOST_DAYS) {
      throw new Refusal("share.days", MOST_DAYS);
    }
    var password = required(command.password());
    sql.one(
        """
        select 1 from material_version v join area a on a.code = v.area_code
        where v.id = ? and (a.path like any (?) or v.published_at is not null)
        """,
        row -> row.integer(1),
        command.version(),
        desk.scope().patterns());
    var token = Tokens.next();
    var now = clock.instant();
    sql.update(
        """
        insert into share_link (id, version_id, officer_id, officer_name, token_hash,
          password_hash, made_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        command.version(),
        desk.officer().id(),
        desk.officer().name(),
        Tokens.hash(token),
        password.isEmpty() ? "" : hashes.generate(password.toCharArray()),
        now,
        now.plus(Duration.ofDays(command.days())));
    return token;
  }

  /** The password, if it may be one. */
  static String required(String password) {
    if (!password.isEmpty() && (password.length() < SHORTEST || password.length() > LONGEST)) {
      throw new Refusal("share.password", SHORTEST);
    }
    return password;
  }

  /** Ends a link of a material within the officer's areas, whoever made it. */
  @Allows(right = DRAFT)
  @Requirement("R66.1")
  public void revoke(UUID id) {
    var changed =
        sql.update(
            """
            update share_link set revoked_at = ? where id = ? and revoked_at is null
              and (officer_id = ? or version_id in (
                select v.id from material_version v join area a on a.code = v.area_code
                where a.path like any (?)))
            """,
            clock.instant(),
            id,
            desk.officer().id(),
            desk.scope().patterns());
    if (changed == 0) {
      throw new NotFound();
    }
  }

  /** The links to a material's versions, the newest first. */
  @Allows(right = DRAFT, reads = true)
  public List<Line> of(UUID material) {
    return sql.list(
        """
        select s.id, s.officer_name, v.ordinal, s.password_hash <> '', s.made_at, s.expires_at,
          s.revoked_at, s.last_used_at, s.uses
        from share_link s join material_version v on v.id = s.version_id
          join area a on a.code = v.area_code
        where v.material_id = ? and (s.officer_id = ? or a.path like any (?))
        order by s.made_at desc, s.id desc limit 100
        """,
        row ->
            new Line(
                row.id(1),
                row.text(2),
                row.integer(3),
                row.flag(4),
                row.instant(5),
                row.instant(6),
                row.instantOrNull(7),
                row.instantOrNull(8),
                row.integer(9)),
        material,
        desk.officer().id(),
        desk.scope().patterns());
  }

  /** The link of a token, if it lives. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R66.1")
  Optional<Living> living(String token) {
    return sql.first(
        """
        select id, version_id, password_hash from share_link
        where token_hash = ? and revoked_at is null and expires_at > ?
        """,
        row -> new Living(row.id(1), row.id(2), row.text(3)),
        Tokens.hash(token),
        clock.instant());
  }

  /** Somebody looked. */
  @Allows(right = Rights.EVERYONE, ownRecord = true)
  void used(UUID id) {
    sql.update(
        "update share_link set last_used_at = ?, uses = uses + 1 where id = ?",
        clock.instant(),
        id);
  }
}
