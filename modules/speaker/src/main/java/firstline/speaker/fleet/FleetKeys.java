package firstline.speaker.fleet;

import firstline.speaker.journal.FileDisk;
import firstline.speaker.protocol.SpeakerKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;

/** Keys of a fleet that is to be, made where the fleet lives: only the public ones leave it. */
public final class FleetKeys {
  private static final int FIRST = 1_001;

  private FleetKeys() {}

  /**
   * Makes so many speakers below the folder and a file with a line {@code serial,publicKey} for
   * each, which stands only when all of them do. A speaker that has a key keeps it.
   */
  public static void make(int size, Path home, Path file) throws IOException {
    var lines = new ArrayList<String>();
    for (int i = 0; i < size; i++) {
      var serial = String.format(Locale.ROOT, "YB-%04d", FIRST + i);
      var disk = new FileDisk(home.resolve(Fleet.folder(serial)));
      if (disk.read("key").length == 0) {
        disk.replace("key", SpeakerKey.make().keep());
      }
      var kept = new String(disk.read("key"), StandardCharsets.US_ASCII).split("\n", -1);
      lines.add(serial + ',' + kept[1]);
    }
    var part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, lines, StandardCharsets.UTF_8);
    Files.move(part, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }
}
