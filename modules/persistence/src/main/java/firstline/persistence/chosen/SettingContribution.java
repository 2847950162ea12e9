package firstline.persistence.chosen;

import java.util.List;

/** A slice names what may be chosen about it; the settings page shows it. */
public interface SettingContribution {
  /** In the order of the page. */
  List<Setting> settings();
}
