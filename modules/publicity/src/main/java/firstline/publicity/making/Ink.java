package firstline.publicity.making;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A colour of the house, on the screen and in the four inks of a press. */
enum Ink {
  WHITE(0xFFFFFF, 0, 0, 0, 0),
  BLUE(0x0B5CAD, 0.95f, 0.62f, 0, 0.06f),
  RED(0xB3261E, 0.15f, 0.98f, 0.98f, 0.12f),
  /** Black ink alone: letters of four inks blur where the plates do not meet. */
  TEXT(0x1F2933, 0, 0, 0, 1),
  SECOND(0x52606D, 0, 0, 0, 0.72f),
  BLACK(0x000000, 0, 0, 0, 1);

  private final Color screen;
  private final float cyan;
  private final float magenta;
  private final float yellow;
  private final float black;

  Ink(int screen, float cyan, float magenta, float yellow, float black) {
    this.screen = new Color(screen);
    this.cyan = cyan;
    this.magenta = magenta;
    this.yellow = yellow;
    this.black = black;
  }

  Color screen() {
    return screen;
  }

  /** What is filled and drawn next has this colour. */
  void on(PDPageContentStream out) throws IOException {
    out.setNonStrokingColor(cyan, magenta, yellow, black);
    out.setStrokingColor(cyan, magenta, yellow, black);
  }
}
