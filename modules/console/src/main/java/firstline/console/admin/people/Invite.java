package firstline.console.admin.people;

import firstline.console.signin.PasswordPolicy;
import firstline.console.signin.Passwords;
import firstline.console.signin.Tokens;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Invites an officer by a one-time link, with which they choose their own password: nobody else
 * ever knows it. A new link makes the older ones worthless.
 */
@ApplicationScoped
public class Invite {
  private static final Duration VALID = Duration.ofHours(72);

  /** The invited officer's answer. */
  public record Answer(@NotBlank String token, @NotBlank @Size(max = 200) String password) {
    @Override
    public String toString() {
      return "Answer";
    }
  }

  @Inject private Sql sql;
  @Inject private Passwords passwords;
  @Inject private PasswordPolicy policy;
  @Inject private Clock clock;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected Invite() {}

  Invite(Sql sql, Passwords passwords, PasswordPolicy policy, Clock clock, Desk desk) {
    this.sql = sql;
    this.passwords = passwords;
    this.policy = policy;
    this.clock = clock;
    this.desk = desk;
  }

  /** Makes the link; it is shown this once. */
  @Allows(right = Rights.ADMIN_SECURITY)
  public String invite(UUID officer) {
    sql.one(
        """
        select 1 from officer o join area a on a.code = o.area_code
        where o.id = ? and o.active and a.path like any (?)
        """,
        row -> row.integer(1),
        officer,
        desk.scope().patterns());
    var token = Tokens.next();
    var now = clock.instant();
    sql.update("delete from sign_in_link where officer_id = ? and used_at is null", officer);
    sql.update(
        "insert into sign_in_link (token_hash, officer_id, purpose, created_at, expires_at)"
            + " values (?, ?, 'INVITATION', ?, ?)",
        Tokens.hash(token),
        officer,
        now,
        now.plus(VALID));
    return Settings.current().url().resolve("/invitation?token=" + token).toString();
  }

  /** Name of the invited officer; {@link NotFound} for a link that is wrong, old or used. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public String invited(String token) {
    return sql.one(
        """
        select o.username from sign_in_link l join officer o on o.id = l.officer_id
        where l.token_hash = ? and l.purpose = 'INVITATION' and l.used_at is null
          and l.expires_at > ? and o.active
        """,
        row -> row.text(1),
        Tokens.hash(token),
        clock.instant());
  }

  /** Sets the password that the officer chose, uses the link up and ends every older session. */
  @Allows(right = Rights.EVERYONE)
  public void accept(@Valid Answer answer) {
    var username = invited(answer.token());
    policy.require(answer.password(), username);
    var now = clock.instant();
    var used =
        sql.update(
            "update sign_in_link set used_at = ? where token_hash = ? and used_at is null",
            now,
            Tokens.hash(answer.token()));
    if (used == 0) {
      throw new NotFound();
    }
    sql.update(
        "update officer set password = ?, password_at = ?, failures = 0, locked_until = null,"
            + " version = version + 1 where username = ?",
        passwords.hash(answer.password()),
        now,
        username);
    sql.update(
        "update officer_session set ended_at = ? where ended_at is null"
            + " and officer_id = (select id from officer where username = ?)",
        now,
        username);
  }
}
