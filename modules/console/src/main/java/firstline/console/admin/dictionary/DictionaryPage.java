package firstline.console.admin.dictionary;

import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dictionary: kinds, the values of one kind, and the drawer in which one is changed. */
@Named
@RequestScoped
public class DictionaryPage {
  @Inject private Dictionary dictionary;
  @Inject private Screen screen;
  @Inject private Words words;

  private @Nullable List<Dictionary.Kind> kinds;
  private @Nullable List<Dictionary.Value> values;

  public List<Dictionary.Kind> getKinds() {
    if (kinds == null) {
      kinds = dictionary.kinds();
    }
    return kinds;
  }

  /** The kind that the address names, else the first one, else empty. */
  public String getKind() {
    var wanted = screen.parameter("kind");
    if (!wanted.isEmpty()) {
      return wanted;
    }
    return getKinds().isEmpty() ? "" : getKinds().get(0).kind();
  }

  /** Read at the first use: a posted form is looked for in the rows before any action runs. */
  public List<Dictionary.Value> getValues() {
    if (values == null) {
      values = dictionary.values(getKind());
    }
    return values;
  }

  /** The value whose words are being changed. */
  public Dictionary.@Nullable Value getOpen() {
    var code = screen.parameter("open");
    return getValues().stream().filter(value -> value.code().equals(code)).findFirst().orElse(null);
  }

  /** What a kind is called, if a module has words for it; else its key. */
  public String name(String kind) {
    var key = "dictionary.kind." + kind;
    return words.containsKey(key) ? words.get(key) : kind;
  }

  public String getTypedCode() {
    return screen.parameter("code");
  }

  public String getTypedZh() {
    return screen.parameter("zh");
  }

  public String getTypedEn() {
    return screen.parameter("en");
  }

  public void add() {
    screen.run(
        () ->
            dictionary.add(
                new Dictionary.Add(
                    screen.parameter("kind").strip(),
                    getTypedCode().strip(),
                    getTypedZh(),
                    getTypedEn())),
        "dictionary.added",
        here());
  }

  public void rename() {
    screen.run(
        () ->
            dictionary.rename(
                new Dictionary.Rename(
                    screen.parameter("kind"),
                    screen.parameter("open"),
                    getTypedZh(),
                    getTypedEn())),
        "dictionary.renamed",
        here());
  }

  public void up() {
    move(true);
  }

  public void down() {
    move(false);
  }

  private void move(boolean up) {
    screen.run(
        () ->
            dictionary.move(
                new Dictionary.Move(screen.parameter("kind"), screen.parameter("value"), up)),
        "dictionary.moved",
        here());
  }

  public void on() {
    turn(true);
  }

  public void off() {
    turn(false);
  }

  private void turn(boolean active) {
    screen.run(
        () ->
            dictionary.turn(
                new Dictionary.Switch(screen.parameter("kind"), screen.parameter("value"), active)),
        active ? "dictionary.turned-on" : "dictionary.turned-off",
        here());
  }

  private String here() {
    return "/console/admin/dictionary?kind=" + Screen.encode(screen.parameter("kind").strip());
  }
}
