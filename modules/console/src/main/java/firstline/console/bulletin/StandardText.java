package firstline.console.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What a new bulletin begins with: all that the departments count, in either language. */
@ApplicationScoped
public class StandardText {
  private static final BulletinText ZH = read("zh");
  private static final BulletinText EN = read("en");

  /** The texts, of which the first line is the title and lines of dashes stand between them. */
  public BulletinText of(boolean english) {
    return english ? EN : ZH;
  }

  private static BulletinText read(String language) {
    var file = "standard_" + language + ".txt";
    try (var stream = Objects.requireNonNull(StandardText.class.getResourceAsStream(file), file)) {
      var parts = new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n---\n", -1);
      return new BulletinText(
          parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
