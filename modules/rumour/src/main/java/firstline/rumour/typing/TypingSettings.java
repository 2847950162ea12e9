package firstline.rumour.typing;

import firstline.persistence.chosen.Setting;
import firstline.persistence.chosen.Setting.Effect;
import firstline.persistence.chosen.SettingContribution;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** For how long what was typed and not sent is kept. */
@ApplicationScoped
public class TypingSettings implements SettingContribution {
  static final Setting KEPT =
      Setting.number("retention.typed", Rights.ADMIN_SYSTEM, 30, 7, 180, "days", Effect.NEXT_DAY);

  @Override
  public List<Setting> settings() {
    return List.of(KEPT);
  }
}
