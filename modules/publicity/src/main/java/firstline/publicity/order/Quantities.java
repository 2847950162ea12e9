package firstline.publicity.order;

import firstline.persistence.screen.Screen;

/** Quantities as people type them. */
final class Quantities {
  private Quantities() {}

  /** The number in the field; what is no number is refused as no quantity, like -1. */
  static long typed(Screen screen, String field) {
    var text = screen.parameter(field).strip();
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }
}
