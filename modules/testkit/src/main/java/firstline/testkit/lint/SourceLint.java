package firstline.testkit.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What bytecode does not tell of a source: its length, tests that are switched off. */
public final class SourceLint {
  static final int LINES = 400;
  private static final Pattern SKIPPED =
      Pattern.compile("^\\s*@(Disabled|Ignore)\\b", Pattern.MULTILINE);

  private SourceLint() {}

  /** Reads every source below the folder. */
  public static List<Finding> below(Path root) throws IOException {
    var findings = new ArrayList<Finding>();
    if (Files.isDirectory(root)) {
      try (var files = Files.walk(root)) {
        for (var file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
          findings.addAll(source(file, Files.readString(file)));
        }
      }
    }
    return findings;
  }

  /** Reads one source. */
  public static List<Finding> source(Path file, String text) {
    var findings = new ArrayList<Finding>();
    var lines = text.lines().count();
    if (lines >= LINES) {
      findings.add(Finding.error("length", file, 0, lines + " lines, the limit is " + LINES));
    }
    if (SKIPPED.matcher(text).find()) {
      findings.add(Finding.error("skipped", file, 0, "a test that is switched off"));
    }
    return findings;
  }
}
