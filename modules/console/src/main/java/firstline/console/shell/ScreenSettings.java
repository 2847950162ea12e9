package firstline.console.shell;

import firstline.persistence.chosen.Setting;
import firstline.persistence.chosen.Setting.Effect;
import firstline.persistence.chosen.SettingContribution;
import firstline.persistence.masking.Masking;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What is chosen about the screen. */
@ApplicationScoped
public class ScreenSettings implements SettingContribution {
  static final Setting WATERMARK =
      Setting.flag("screen.watermark", Rights.ADMIN_SECURITY, false, Effect.AT_ONCE);

  @Override
  public List<Setting> settings() {
    return List.of(WATERMARK, Masking.CONTACTS);
  }
}
