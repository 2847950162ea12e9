package firstline.publicity.ledger;

import firstline.persistence.database.TestDatabase;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;

/** A million movements of some batches by eight storekeepers at once: for the bench. */
public final class LedgerRun {
  private static final int THREADS = 8;
  private static final int BATCHES = 16;
  private static final long COPIES = 9_000_000;

  private LedgerRun() {}

  /** Moves, then adds up. */
  public static String run(int movements) throws Exception {
    var town = Town.found(TestDatabase.sql(), "951090", "LEAFLET", "PUBLISHED");
    var batches = new ArrayList<UUID>();
    for (var i = 0; i < BATCHES; i++) {
      batches.add(town.batch(COPIES));
    }
    var random = new RandomMovements(town, batches, THREADS);
    var begun = System.nanoTime();
    var moved = random.tell(movements);
    var seconds = (System.nanoTime() - begun) / 1e9;
    var holds =
        random.unaccounted().stream().allMatch(rest -> rest == 0)
            && random.untold().stream().allMatch(rest -> rest == 0);
    return String.format(
        Locale.ROOT,
        "ledger: %,d random movements of %d batches by %d threads in %.0f s, %.0f/s; %,d carried"
            + " out, the others refused; printed = stock + handed out + destroyed + lost holds: %s",
        movements,
        BATCHES,
        THREADS,
        seconds,
        movements / seconds,
        moved,
        holds ? "yes" : "NO");
  }
}
