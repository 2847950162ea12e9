package firstline.console.trouble;

import firstline.persistence.requirement.Requirement;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where somebody was: an address of the console without what was typed into it. */
public final class Where {
  private static final int LONGEST = 500;
  private static final String LEFT_OUT = "…";

  /** What pages say themselves: ids, states, days, places in a list. Nobody's words or number. */
  private static final Pattern SAID_BY_PAGES =
      Pattern.compile(
          "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z][A-Z0-9_]{0,39}|[a-z][a-z.-]{0,39}"
              + "|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{0,4}");

  /** What somebody typed or what opens a door, whatever it looks like. */
  private static final Set<String> DOORS =
      Set.of("q", "words", "token", "code", "key", "password", "secret", "link", "contact");

  private Where() {}

  /** Path and parameters; a value that was typed is left out. Empty if it is no page of ours. */
  @Requirement("R111.1")
  public static String of(String address) {
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
    var plain = !DOORS.contains(name) && SAID_BY_PAGES.matcher(value).matches();
    return name + "=" + (plain ? value : LEFT_OUT);
  }
}
