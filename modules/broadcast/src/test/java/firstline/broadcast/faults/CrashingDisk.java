package firstline.broadcast.faults;

import firstline.speaker.journal.MemoryDisk;
import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.Malformed;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/**
 * A disk on which a write may be torn by the death of the process; knows what is on it for good.
 */
final class CrashingDisk extends MemoryDisk {
  /** Length and check sum before each entry of the journal. */
  private static final int HEADER = 8;

  /** The process dies between two writes. */
  static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final String serial;
  private final Observed observed;
  private final Random random;
  private String journal = "";
  private int writesToLive = Integer.MAX_VALUE;

  CrashingDisk(String serial, Observed observed, Random random) {
    this.serial = serial;
    this.observed = observed;
    this.random = random;
  }

  void dieAtWrite(int writes) {
    writesToLive = writes;
  }

  @Override
  public void append(String name, byte[] bytes) throws IOException {
    if (writesToLive-- == 0) {
      writesToLive = Integer.MAX_VALUE;
      if (random.nextBoolean()) {
        // Whole but not told, or torn: the former counts as soon as the speaker finds it.
        super.append(name, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      }
      throw new Died();
    }
    super.append(name, bytes);
    try {
      var entry = Json.read(Arrays.copyOfRange(bytes, HEADER, bytes.length));
      if ("head".equals(entry.get("kind"))) {
        journal = String.valueOf(entry.get("journal"));
      } else if (entry.get("body") instanceof Map<?, ?> body
          && "record".equals(entry.get("kind"))) {
        observed.written.add(serial + ' ' + journal + ' ' + body.get("sequence"));
      }
    } catch (Malformed e) {
      throw new IllegalStateException(e);
    }
  }
}
