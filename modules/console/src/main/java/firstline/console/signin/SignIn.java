package firstline.console.signin;

import firstline.persistence.chosen.ChosenSettings;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.throttle.Throttle;
import firstline.persistence.usecase.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Checks a name and a password. Unknown, wrong and locked get the same words after the same time.
 * As many failures as {@link SignInSettings} says lock an account for as long as it says, except
 * the last security administrator who could undo a lock; an address is slowed down in any case.
 */
@ApplicationScoped
public class SignIn {
  /** What comes next. */
  public enum Next {
    /** Signed in. */
    DONE,
    /** A code of the second factor is asked for. */
    CODE,
    /** The role needs a second factor and none is set up yet. */
    ENROL,
  }

  public record Command(
      @NotNull @Size(max = 100) String username,
      @NotNull @Size(max = 200) String password,
      @NotNull String address) {
    @Override
    public String toString() {
      return "Command[username=" + username + ", address=" + address + "]";
    }
  }

  /** Who, and what comes next. */
  public record Outcome(UUID officer, Next next) {}

  /**
   * Wrong attempts of one address: a right one is given back, since in the morning a whole town
   * hall signs in from behind one.
   */
  private static final int ATTEMPTS = 30;

  private static final Duration WITHIN = Duration.ofMinutes(5);

  @Inject private Sql sql;
  @Inject private Passwords passwords;
  @Inject private Throttle throttle;
  @Inject private Transactions transactions;
  @Inject private OpenId openId;
  @Inject private ChosenSettings settings;
  @Inject private Clock clock;

  /** Throws {@code sign-in.failed} for every reason alike, {@code sign-in.throttled} by address. */
  @Allows(right = Rights.EVERYONE)
  public Outcome check(@Valid Command command) {
    var bucket = "sign-in " + command.address();
    throttle.require(bucket, ATTEMPTS, WITHIN);
    var username = command.username().strip().toLowerCase(Locale.ROOT);
    var account = account(username);
    var right = passwords.verify(command.password(), account == null ? null : account.password());
    var now = clock.instant();
    // With a provider, passwords are the administrators' alone: the way in when it is away.
    if (account == null || (openId.enabled() && !account.administrator())) {
      throw new Refusal("sign-in.failed");
    }
    if (account.lockedUntil() != null && account.lockedUntil().isAfter(now)) {
      throw new Refusal("sign-in.failed");
    }
    if (!right) {
      transactions.alone(() -> fail(account, now));
      throw new Refusal("sign-in.failed");
    }
    sql.update(
        "update officer set failures = 0, last_failure_at = null, locked_until = null"
            + " where id = ? and failures > 0",
        account.id());
    throttle.giveBack(bucket, ATTEMPTS);
    return new Outcome(account.id(), next(account));
  }

  /**
   * Whom the identity provider vouched for.
   *
   * @param username as the provider names them
   */
  public record Vouched(@NotNull @Size(max = 100) String username, @NotNull String address) {}

  /**
   * Throws {@code sign-in.failed} if there is no such active officer: none is ever made by this.
   */
  @Allows(right = Rights.EVERYONE)
  @Requirement("R20.7")
  public Outcome vouched(@Valid Vouched command) {
    throttle.require("sign-in " + command.address(), ATTEMPTS, WITHIN);
    var account = account(command.username().strip().toLowerCase(Locale.ROOT));
    if (account == null
        || (account.lockedUntil() != null && account.lockedUntil().isAfter(clock.instant()))) {
      throw new Refusal("sign-in.failed");
    }
    // The provider has its own second factor; an administrator shows ours as well.
    return new Outcome(account.id(), account.administrator() ? next(account) : Next.DONE);
  }

  private static Next next(Account account) {
    if (account.factor()) {
      return Next.CODE;
    }
    return account.administrator() ? Next.ENROL : Next.DONE;
  }

  private int fail(Account account, Instant now) {
    var window = Duration.ofMinutes(settings.number(SignInSettings.LOCKED));
    return sql.update(
        """
        update officer o set
          failures = case when last_failure_at > ? then failures + 1 else 1 end,
          last_failure_at = ?,
          locked_until = case
            when (case when last_failure_at > ? then failures + 1 else 1 end) >= ?
              and (not ? or exists (
                select 1 from officer other
                join officer_role on officer_role.officer_id = other.id
                join role_right on role_right.role_id = officer_role.role_id
                where role_right.right_key = 'admin.security' and other.id <> o.id
                  and other.active and (other.locked_until is null or other.locked_until < ?)))
            then ? end
        where id = ?
        """,
        now.minus(window),
        now,
        now.minus(window),
        settings.number(SignInSettings.FAILURES),
        account.security(),
        now,
        now.plus(window),
        account.id());
  }

  private record Account(
      UUID id,
      @Nullable String password,
      @Nullable Instant lockedUntil,
      boolean factor,
      boolean administrator,
      boolean security) {
    static Account of(Row row) throws SQLException {
      return new Account(
          row.id(1),
          row.textOrNull(2),
          row.instantOrNull(3),
          row.flag(4),
          row.flag(5),
          row.flag(6));
    }
  }

  private @Nullable Account account(String username) {
    return sql.first(
            """
            select o.id, o.password, o.locked_until, o.totp_secret is not null,
              coalesce(bool_or(r.right_key like 'admin.%'), false),
              coalesce(bool_or(r.right_key = 'admin.security'), false)
            from officer o
            left join officer_role g on g.officer_id = o.id
            left join role_right r on r.role_id = g.role_id
            where o.username = ? and o.active
            group by o.id
            """,
            Account::of, username)
        .orElse(null);
  }
}
