package firstline.persistence.words;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;

/** The language of this request: Chinese unless the reader chose English. */
@RequestScoped
public class Language {
  private String tag = "zh";

  public String tag() {
    return tag;
  }

  /** For EL: {@code #{language.tag}}. */
  public String getTag() {
    return tag;
  }

  public boolean english() {
    return tag.equals("en");
  }

  public Locale locale() {
    return english() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
  }

  /** Chooses; anything that is not English is Chinese. */
  public void choose(String wanted) {
    tag = wanted.startsWith("en") ? "en" : "zh";
  }
}
