package firstline.publicity.material;

import java.util.Arrays;
import java.util.List;

/** What a material is. Words: {@code publicity.kind.<name>}. */
public enum Kind {
  ANIMATION(Form.FILM),
  FILM(Form.FILM),
  POSTER(Form.PRINT),
  BANNER(Form.PRINT),
  LEAFLET(Form.PRINT),
  SMS(Form.TEXT),
  SLOGAN(Form.TEXT),
  VERSE(Form.TEXT),
  AUDIO(Form.SOUND),
  INFOGRAPHIC(Form.PICTURE),
  DOCUMENT(Form.PAPER);

  /** What it consists of. */
  public enum Form {
    FILM,
    SOUND,
    PICTURE,
    /** A picture or pages that go to a printer. */
    PRINT,
    /** Pages for reading. */
    PAPER,
    /** Words alone, without a file. */
    TEXT
  }

  private final Form form;

  Kind(Form form) {
    this.form = form;
  }

  public Form form() {
    return form;
  }

  /** True for what is handed out as paper or cloth: it has print runs and a ledger. */
  public boolean isPrinted() {
    return form == Form.PRINT;
  }

  /** True if a file of this media type can be one. */
  public boolean takes(String mediaType) {
    var picture = mediaType.startsWith("image/");
    var pages = mediaType.equals("application/pdf");
    return switch (form) {
      case FILM -> mediaType.startsWith("video/") || mediaType.equals("image/gif");
      case SOUND -> mediaType.startsWith("audio/");
      case PICTURE, PRINT -> picture || pages;
      case PAPER ->
          pages
              || picture
              || mediaType.startsWith("text/")
              || mediaType.startsWith("application/vnd.");
      case TEXT -> false;
    };
  }

  /** Those that are handed out. */
  public static List<Kind> printed() {
    return Arrays.stream(values()).filter(Kind::isPrinted).toList();
  }
}
