package firstline.persistence.words;

import firstline.persistence.database.Database;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Every module's words in both languages, read once. A key in two modules is an error. */
public final class Bundles {
  private static final Map<String, Map<String, String>> WORDS =
      Map.of("zh", read("zh"), "en", read("en"));

  private Bundles() {}

  /** The words of the key in the language, or the key in question marks, which tests look for. */
  public static String words(String language, String key) {
    var words = WORDS.getOrDefault(language, Map.of()).get(key);
    return words == null ? "???" + key + "???" : words;
  }

  /** True if the key has words in the language. */
  public static boolean knows(String language, String key) {
    return WORDS.getOrDefault(language, Map.of()).containsKey(key);
  }

  /** The words of the key, its placeholders filled. */
  public static String words(String language, String key, List<?> arguments) {
    var pattern = words(language, key);
    var locale = language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    return new MessageFormat(pattern, locale).format(arguments.toArray());
  }

  private static Map<String, String> read(String language) {
    var all = new HashMap<String, String>();
    for (var module : Database.moduleNames()) {
      var path = "firstline/" + module + "/words_" + language + ".properties";
      try (var stream = Bundles.class.getClassLoader().getResourceAsStream(path)) {
        if (stream == null) {
          throw new IllegalStateException("no bundle " + path);
        }
        var properties = new Properties();
        properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        for (var key : properties.stringPropertyNames()) {
          if (all.put(key, properties.getProperty(key)) != null) {
            throw new IllegalStateException("key " + key + " of " + path + " stands twice");
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Map.copyOf(all);
  }
}
