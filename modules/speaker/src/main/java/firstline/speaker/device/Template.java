package firstline.speaker.device;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A command with places to be filled; an argument array, never a line for a shell. */
public record Template(List<String> arguments) {
  public Template {
    arguments = List.copyOf(arguments);
  }

  /** Arguments between spaces. */
  public static Template of(String line) {
    return new Template(List.of(line.strip().split("\\s+", -1)));
  }

  /** The first of the templates whose program is on the path. */
  public static Optional<Template> firstInstalled(List<String> lines) {
    return lines.stream().map(Template::of).filter(Template::installed).findFirst();
  }

  /** Whether the program can be found. */
  public boolean installed() {
    var program = arguments.get(0);
    if (program.contains(File.separator)) {
      return new File(program).canExecute();
    }
    for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (new File(folder, program).canExecute() || new File(folder, program + ".exe").exists()) {
        return true;
      }
    }
    return false;
  }

  List<String> filled(Map<String, String> values) {
    return arguments.stream().map(argument -> fill(argument, values)).toList();
  }

  private static String fill(String argument, Map<String, String> values) {
    var filled = argument;
    for (var value : values.entrySet()) {
      filled = filled.replace('{' + value.getKey() + '}', value.getValue());
    }
    return filled;
  }

  /** What a command reads from. */
  static File nothing() {
    var windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    return new File(windows ? "NUL" : "/dev/null");
  }
}
