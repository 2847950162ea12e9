package firstline.console.signin;

import firstline.persistence.chosen.Setting;
import firstline.persistence.chosen.Setting.Effect;
import firstline.persistence.chosen.SettingContribution;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What is chosen about passwords and sessions. */
@ApplicationScoped
public class SignInSettings implements SettingContribution {
  /** {@code mlps3} or {@code asvs}; see {@link NewPassword}. */
  static final Setting POLICY =
      Setting.choice(
          "password.policy",
          Rights.ADMIN_SECURITY,
          List.of(NewPassword.MLPS3, NewPassword.ASVS),
          Effect.NEXT_PASSWORD);

  /** Days after which a password is changed, under {@code mlps3}. */
  static final Setting DAYS =
      Setting.number("password.days", Rights.ADMIN_SECURITY, 90, 30, 365, "days", Effect.AT_ONCE);

  /** Failures that lock an account. */
  static final Setting FAILURES =
      Setting.number("sign-in.failures", Rights.ADMIN_SECURITY, 5, 3, 10, "times", Effect.AT_ONCE);

  /** Minutes for which it is locked, and within which failures are counted. */
  static final Setting LOCKED =
      Setting.number(
          "sign-in.locked", Rights.ADMIN_SECURITY, 15, 5, 1440, "minutes", Effect.AT_ONCE);

  /** Minutes without a request after which a session is over. */
  static final Setting IDLE =
      Setting.number("sign-in.idle", Rights.ADMIN_SECURITY, 15, 5, 60, "minutes", Effect.AT_ONCE);

  @Override
  public List<Setting> settings() {
    return List.of(POLICY, DAYS, FAILURES, LOCKED, IDLE);
  }
}
