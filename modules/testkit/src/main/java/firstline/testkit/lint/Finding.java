package firstline.testkit.lint;

import java.nio.file.Path;

/**
 * Something that a lint found.
 *
 * @param rule short name of the rule, such as {@code literal include}
 * @param line counted from 1; 0 if it concerns the whole file
 * @param warning true if it is told and fails nothing
 */
public record Finding(String rule, Path file, int line, String text, boolean warning) {
  static Finding error(String rule, Path file, int line, String text) {
    return new Finding(rule, file, line, text, false);
  }

  @Override
  public String toString() {
    return (warning ? "warning: " : "") + file + ":" + line + " " + rule + ": " + text;
  }
}
