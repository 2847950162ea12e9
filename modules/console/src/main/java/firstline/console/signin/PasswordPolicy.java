package firstline.console.signin;

import firstline.persistence.chosen.ChosenSettings;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The policy for passwords that the installation chose. */
@ApplicationScoped
public class PasswordPolicy {
  @Inject private Sql sql;
  @Inject private ChosenSettings settings;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected PasswordPolicy() {}

  /** For tests without a server. */
  public PasswordPolicy(Sql sql, ChosenSettings settings, Clock clock) {
    this.sql = sql;
    this.settings = settings;
    this.clock = clock;
  }

  /** Refuses what a new password must not be; see {@link NewPassword}. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public void require(String password, String username) {
    NewPassword.require(settings.text(SignInSettings.POLICY), password, username);
  }

  /** Refuses with {@code password.same} if the change changes nothing and must. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R112.7")
  public void requireOther(String password, String old) {
    if (changes() && password.equals(old)) {
      throw new Refusal("password.same");
    }
  }

  /** True if a password that is so old must be changed before anything else is done. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R112.7")
  public boolean overdue(Instant since) {
    return changes()
        && since
            .plus(Duration.ofDays(settings.number(SignInSettings.DAYS)))
            .isBefore(clock.instant());
  }

  /** The same of an officer; one who has no password has none to change. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public boolean overdue(UUID officer) {
    return sql.first(
            "select password_at from officer where id = ? and password is not null",
            row -> row.instant(1),
            officer)
        .map(this::overdue)
        .orElse(false);
  }

  /** Key of the words that tell what a new password must be. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public String wordKey() {
    return "password.rule." + settings.text(SignInSettings.POLICY);
  }

  private boolean changes() {
    return settings.text(SignInSettings.POLICY).equals(NewPassword.MLPS3);
  }
}
