package firstline.publicity.upload;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A large file over a bad link, and the memory that it takes: for the bench. */
public final class TransferRun {
  private TransferRun() {}

  /** Sends so many bytes over a link that is cut so often, and says how it went. */
  public static String run(Path folder, long size, int cuts) throws IOException {
    var owner = UUID.randomUUID();
    var transfers = new Transfers(folder);
    var memory = ManagementFactory.getMemoryMXBean();
    System.gc();
    var before = memory.getHeapMemoryUsage().getUsed();
    var most = new AtomicLong(before);
    var watch = Executors.newSingleThreadScheduledExecutor();
    watch.scheduleAtFixedRate(
        () -> {
          // What lives, not what waits to be swept.
          System.gc();
          most.accumulateAndGet(memory.getHeapMemoryUsage().getUsed(), Math::max);
        },
        1,
        1,
        TimeUnit.SECONDS);
    var begun = System.nanoTime();
    try (var door = new TransferDoor(transfers, owner)) {
      var sent = new CutLink(door.port(), 67).send(size, "film.mp4", cuts);
      var seconds = (System.nanoTime() - begun) / 1e9;
      var whole = transfers.whole(sent.transfer(), owner).orElseThrow();
      return String.format(
          Locale.ROOT,
          "upload of %d MB, cut %d times: %s in %.1f s, %.1f MB sent again (at most %d), heap +%.1f MB"
              + " (at most 64)",
          size >> 20,
          sent.cuts(),
          Files.size(whole.content()) == size ? "whole" : "NOT WHOLE",
          seconds,
          (sent.sent() - size) / 1048576.0,
          (long) cuts * CutLink.CHUNK >> 20,
          (most.get() - before) / 1048576.0);
    } finally {
      watch.shutdownNow();
    }
  }
}
