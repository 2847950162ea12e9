package firstline.persistence.chosen;

import firstline.persistence.refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Every setting that the slices name. */
@ApplicationScoped
class SettingBook {
  private List<Setting> settings = List.of();

  /** For the container's proxy. */
  protected SettingBook() {}

  @Inject
  SettingBook(@Any Instance<SettingContribution> slices) {
    this((Iterable<SettingContribution>) slices);
  }

  SettingBook(Iterable<SettingContribution> slices) {
    var all = new ArrayList<Setting>();
    slices.forEach(slice -> all.addAll(slice.settings()));
    settings = List.copyOf(all);
  }

  List<Setting> all() {
    return settings;
  }

  Setting named(String key) {
    return settings.stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
