package firstline.publicity.making;

import firstline.publicity.material.Kind;

/** What can be made of a rebuttal. Words: {@code making.form.<name>}. */
public enum Form {
  POSTER_A4(Kind.POSTER, "A4", 210, 297),
  POSTER_A3(Kind.POSTER, "A3", 297, 420),
  /** At a tenth of its size, as printers take it. */
  BANNER(Kind.BANNER, "400 × 60 cm", 400, 60),
  SMS(Kind.SMS, "", 0, 0),
  /** In pixels. */
  COVER(Kind.INFOGRAPHIC, "900 × 383", 900, 383);

  private final Kind kind;
  private final String size;
  private final int width;
  private final int height;

  Form(Kind kind, String size, int width, int height) {
    this.kind = kind;
    this.size = size;
    this.width = width;
    this.height = height;
  }

  Kind kind() {
    return kind;
  }

  String size() {
    return size;
  }

  /** In millimetres on paper, in centimetres of a banner, in pixels of a picture. */
  public int width() {
    return width;
  }

  public int height() {
    return height;
  }
}
