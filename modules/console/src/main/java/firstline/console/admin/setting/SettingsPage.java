package firstline.console.admin.setting;

import firstline.persistence.chosen.ChangeSetting;
import firstline.persistence.chosen.Setting;
import firstline.persistence.chosen.SettingPlaceContribution;
import firstline.persistence.chosen.SettingQueries;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every setting with its value, the drawer in which one is changed, and the journal. */
@Named
@RequestScoped
public class SettingsPage {
  private static final String HERE = "/console/admin/settings";

  /** A section and its settings. */
  public record Section(String key, List<SettingQueries.View> settings) {}

  @Inject private SettingQueries queries;
  @Inject private ChangeSetting changeSetting;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Words words;

  private @Nullable List<SettingQueries.View> all;
  private @Nullable List<SettingQueries.Step> steps;
  private @Nullable List<SettingPlaceContribution.Place> places;

  private List<SettingQueries.View> all() {
    if (all == null) {
      all = queries.all();
    }
    return all;
  }

  public List<Section> getSections() {
    return all().stream()
        .map(view -> view.setting().section())
        .distinct()
        .map(
            key ->
                new Section(
                    key,
                    all().stream().filter(view -> view.setting().section().equals(key)).toList()))
        .toList();
  }

  /** The setting that is being changed; only by whom it is kept. */
  public SettingQueries.@Nullable View getOpen() {
    var key = screen.parameter("open");
    return all().stream()
        .filter(view -> view.mine() && view.setting().key().equals(key))
        .findFirst()
        .orElse(null);
  }

  /** What was typed, for the form that a refusal shows again; else what counts. */
  public String getTyped() {
    var view = getOpen();
    return screen.names("value") || view == null ? screen.parameter("value") : view.value();
  }

  public String getReason() {
    return screen.parameter("reason");
  }

  /** The smallest and the largest number that the open setting takes. */
  public String getBounds() {
    var view = getOpen();
    return view == null
        ? ""
        : words.of(
            "setting.bounds",
            word(view.setting(), Integer.toString(view.setting().least())),
            word(view.setting(), Integer.toString(view.setting().most())));
  }

  /** A value in words. */
  public String word(Setting setting, String value) {
    return switch (setting.kind()) {
      case NUMBER -> words.of("setting.unit." + setting.unit(), value);
      case FLAG -> words.get("setting." + value);
      case CHOICE -> words.get("setting." + setting.key() + "." + value);
      case HOUR -> value;
    };
  }

  /** Read at the first use, as the places below. */
  public List<SettingQueries.Step> getSteps() {
    if (steps == null) {
      steps = queries.steps();
    }
    return steps;
  }

  /** A value of the journal in words, as long as there is such a setting. */
  public String past(String key, String value) {
    return all().stream()
        .map(SettingQueries.View::setting)
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .map(setting -> word(setting, value))
        .orElse(value);
  }

  public List<SettingPlaceContribution.Place> getPlaces() {
    if (places == null) {
      places = queries.places();
    }
    return places;
  }

  /** True if the officer may open the place. */
  public boolean opens(SettingPlaceContribution.Place place) {
    return desk.may(place.right());
  }

  public void change() {
    screen.attempt(
        () -> {
          var done =
              changeSetting.change(
                  new ChangeSetting.Command(
                      screen.parameter("open"),
                      screen.version(),
                      screen.parameter("value"),
                      getReason()));
          var setting = done.setting();
          screen.say(
              words.of(
                  "setting.done",
                  words.get("setting." + setting.key())
                      + " "
                      + word(setting, done.before())
                      + " → "
                      + word(setting, done.after()),
                  words.get("setting.effect." + setting.effect())));
          screen.go(HERE);
        });
  }
}
