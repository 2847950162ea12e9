package firstline.persistence.retention;

import firstline.persistence.chosen.Setting;
import firstline.persistence.chosen.Setting.Effect;
import firstline.persistence.chosen.SettingContribution;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** For how long the kernel keeps what is chosen to be kept for a time. */
@ApplicationScoped
public class RetentionSettings implements SettingContribution {
  /** Days of the audit record that stay, whatever was chosen; the database holds to them too. */
  public static final int AUDIT_LEAST = 190;

  /** Days of the audit record. */
  public static final Setting AUDIT =
      Setting.number(
          "retention.audit", Rights.ADMIN_AUDIT, 400, AUDIT_LEAST, 3650, "days", Effect.NEXT_DAY);

  /** Days of marks on to-dos. */
  public static final Setting MARKS =
      Setting.number("retention.marks", Rights.ADMIN_SYSTEM, 60, 30, 365, "days", Effect.NEXT_DAY);

  @Override
  public List<Setting> settings() {
    return List.of(AUDIT, MARKS);
  }
}
