package firstline.publicity.catalogue;

/** The colour by which somebody remembers a picture. Words: {@code catalogue.colour.<name>}. */
enum Hue {
  RED,
  ORANGE,
  YELLOW,
  GREEN,
  CYAN,
  BLUE,
  PURPLE,
  WHITE,
  GREY,
  BLACK;

  private static final Hue[] ROUND = {RED, ORANGE, YELLOW, GREEN, CYAN, BLUE, PURPLE, RED};

  /** Where one of the round ends, in degrees. */
  private static final float[] ENDS = {15, 45, 70, 165, 200, 260, 330, 361};

  /**
   * The hue of a colour.
   *
   * @param colour {@code #rrggbb}
   */
  static Hue of(String colour) {
    var rgb = Integer.parseInt(colour.substring(1), 16);
    var red = rgb >> 16;
    var green = rgb >> 8 & 0xff;
    var blue = rgb & 0xff;
    var most = Math.max(red, Math.max(green, blue));
    var span = most - Math.min(red, Math.min(green, blue));
    if (most < 50) {
      return BLACK;
    }
    if (span < most * 0.15f) {
      return most > 215 ? WHITE : GREY;
    }
    float degrees;
    if (most == red) {
      degrees = 60f * (green - blue) / span + (green < blue ? 360 : 0);
    } else if (most == green) {
      degrees = 60f * (blue - red) / span + 120;
    } else {
      degrees = 60f * (red - green) / span + 240;
    }
    var place = 0;
    while (degrees >= ENDS[place]) {
      place++;
    }
    return ROUND[place];
  }
}
