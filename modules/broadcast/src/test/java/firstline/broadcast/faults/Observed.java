package firstline.broadcast.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the run sees and the server does not: what was written, what sounded, what went wrong. */
final class Observed {
  /** Serial, journal and sequence of each record that is on a speaker's disk for good. */
  final Set<String> written = new HashSet<>();

  /** Serial and play of what a speaker has held in a programme. */
  final Set<String> held = new HashSet<>();

  final List<String> wrongs = new ArrayList<>();
  long starts;
  long kills;
  long clockSteps;
  long fullDisks;
  long messages;
  long lost;

  void wrong(String what) {
    if (wrongs.size() < 50) {
      wrongs.add(what);
    }
  }
}
