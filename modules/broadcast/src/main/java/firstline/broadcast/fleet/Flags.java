package firstline.broadcast.fleet;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The flags of a heartbeat (PROTOCOL.md, 5): those with words, and those of other makers. */
final class Flags {
  private static final Set<String> KNOWN =
      Set.of("OFFLINE", "CLOCK_UNTRUSTED", "MEDIA_MISSING", "MUTED", "FAULT", "DRILL", "STALE");

  private Flags() {}

  static List<String> known(String flags) {
    return Arrays.stream(flags.split(" ")).filter(KNOWN::contains).toList();
  }

  static String others(String flags) {
    return Arrays.stream(flags.split(" "))
        .filter(flag -> !KNOWN.contains(flag))
        .collect(Collectors.joining(" "));
  }
}
