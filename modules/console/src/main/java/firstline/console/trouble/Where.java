package firstline.console.trouble;

import firstline.persistence.requirement.Requirement;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Where somebody was: an address of the console without what was typed into it. */
final class Where {
  private static final int LONGEST = 500;
  private static final String LEFT_OUT = "…";

  /** Parameters that hold what somebody typed, or what opens a door. */
  private static final Set<String> TYPED =
      Set.of(
          "q", "words", "token", "code", "key", "password", "secret", "link", "contact", "number");

  private Where() {}

  /** Path and parameters; a value that was typed is left out. Empty if it is no page of ours. */
  @Requirement("R111.1")
  static String of(String address) {
    var parts = address.strip().replaceFirst("#.*", "").split("\\?", 2);
    if (!parts[0].matches("/(console/)?[A-Za-z0-9/._-]{0,200}")) {
      return "";
    }
    var query =
        parts.length == 1
            ? ""
            : Arrays.stream(parts[1].split("&"))
                .filter(part -> !part.isEmpty())
                .map(Where::parameter)
                .collect(Collectors.joining("&"));
    var whole = query.isEmpty() ? parts[0] : parts[0] + "?" + query;
    return whole.substring(0, Math.min(LONGEST, whole.length()));
  }

  private static String parameter(String part) {
    var pair = part.split("=", 2);
    var name = pair[0].matches("[A-Za-z0-9_.-]{1,40}") ? pair[0] : LEFT_OUT;
    var value = pair.length == 1 ? "" : pair[1];
    var plain = !TYPED.contains(name) && value.matches("[A-Za-z0-9_.:-]{0,60}");
    return name + "=" + (plain ? value : LEFT_OUT);
  }
}
