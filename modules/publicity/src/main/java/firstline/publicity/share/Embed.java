package firstline.publicity.share;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The frame by which a material stands on the pages of others, and its oEmbed answer. */
public final class Embed {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final Pattern PAGE =
      Pattern.compile("/materials/(?<number>M-[0-9]{4}-[0-9]{4,9})");

  private Embed() {}

  /** The code to paste. */
  public static String code(String number, URI site) {
    return code(number, site, WIDTH, HEIGHT);
  }

  private static String code(String number, URI site, int width, int height) {
    return "<iframe src=\""
        + site.resolve("/embed/" + number)
        + "\" width=\""
        + width
        + "\" height=\""
        + height
        + "\" loading=\"lazy\" referrerpolicy=\"no-referrer\" title=\""
        + number
        + "\"></iframe>";
  }

  /** The number in the address of a material's page on this site; empty for any other address. */
  @Requirement("R66.4")
  static Optional<String> number(String address, URI site) {
    try {
      var asked = URI.create(address);
      var path = PAGE.matcher(asked.getPath() == null ? "" : asked.getPath());
      return site.getAuthority().equals(asked.getAuthority()) && path.matches()
          ? Optional.of(path.group("number"))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The answer as of oEmbed 1.0, section 2.3.4.4 (rich). The frame shows what is out at the time of
   * looking, and the notice once that is recalled.
   *
   * @param most width and height that fit the page that asks
   */
  @Requirement("R66.4")
  static JsonObjectBuilder answer(String number, String title, URI site, int[] most) {
    var width = Math.min(WIDTH, most[0]);
    var height = Math.min(HEIGHT, most[1]);
    return Json.createObjectBuilder()
        .add("version", "1.0")
        .add("type", "rich")
        .add("title", title)
        .add("provider_name", Bundles.words("zh", "app.name"))
        .add("provider_url", site.toString())
        .add("cache_age", 3)
        .add("html", code(number, site, width, height))
        .add("width", width)
        .add("height", height);
  }
}
