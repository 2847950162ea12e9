package firstline.rumour.rebuttal;

import java.util.Locale;

/** The texts of a content on which a word can be said. Words: {@code rumour.field.<word>}. */
public enum Field {
  FACT,
  CLAIM,
  EXPLANATION,
  ADVICE,
  SOURCES,
  SHORT,
  SCRIPT,
  POSTER;

  /** Its name in the bundles. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its text; of a variant what goes out, written or made. */
  static String text(Field field, Content content) {
    return ContentForm.of(content).texts(content.variants()).getOrDefault(field, "");
  }
}
