package firstline.publicity.material;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.text.PlainText;

/**
 * For whom one form of a material is.
 *
 * @param language {@code zh} or {@code en}
 * @param dialect such as 四川话; empty for the standard language
 * @param audience such as 老年人; empty for everybody
 * @param size such as A3, 16:9, 90 × 200 cm; empty where it says nothing
 */
public record Variant(String language, String dialect, String audience, String size) {
  private static final int LONGEST = 40;

  public Variant {
    dialect = PlainText.line(dialect);
    audience = PlainText.line(audience);
    size = PlainText.line(size);
    if (!language.equals("zh") && !language.equals("en")) {
      throw new Refusal("material.language", language);
    }
    if (Math.max(dialect.length(), Math.max(audience.length(), size.length())) > LONGEST) {
      throw new Refusal("material.variant", LONGEST);
    }
  }
}
