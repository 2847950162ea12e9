package firstline.broadcast.quiet;

import firstline.persistence.chosen.Setting;
import firstline.persistence.chosen.Setting.Effect;
import firstline.persistence.chosen.SettingContribution;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The hours that a new window begins with; those that are set stay as they are. */
@ApplicationScoped
public class QuietSettings implements SettingContribution {
  static final Setting BEGINS =
      Setting.hour("broadcast.quiet-begins", Rights.ADMIN_SYSTEM, "22:00", Effect.NEXT_FORM);
  static final Setting ENDS =
      Setting.hour("broadcast.quiet-ends", Rights.ADMIN_SYSTEM, "06:00", Effect.NEXT_FORM);

  @Override
  public List<Setting> settings() {
    return List.of(BEGINS, ENDS);
  }
}
