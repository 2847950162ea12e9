package firstline.speaker.proof;

import firstline.speaker.journal.Chain;
import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.Malformed;
import firstline.speaker.protocol.PublicKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/**
 * {@code java -cp speaker.jar firstline.speaker.proof.Verify proof.zip [key]}: says of a bundle
 * whether it is whole, whether the city signed it, whether its figures follow from the receipts in
 * it, and whether receipts that follow each other in a journal are chained.
 *
 * <p>It ends with 0 if all holds, with 1 and what does not, and with 2 if it is no bundle.
 */
public final class Verify {
  /** What was found. */
  public record Findings(List<String> wrong, String key, Map<String, Long> identity, int links) {
    public Findings {
      wrong = List.copyOf(wrong);
      identity = Map.copyOf(identity);
    }
  }

  private static final long LARGEST = 512L << 20;
  private static final List<String> ENDS =
      List.of("FINISHED", "PRE_EMPTED", "SKIPPED", "FAILED", "INTERRUPTED");
  private static final String UNKNOWN = "UNKNOWN";

  private final Map<String, byte[]> files;
  private final List<String> wrong = new ArrayList<>();

  private Verify(Map<String, byte[]> files) {
    this.files = files;
  }

  public static void main(String... arguments) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length < 1 || arguments.length > 2) {
      out.println("Verify proof.zip [key]");
      System.exit(2);
    }
    try {
      var found = of(Files.readAllBytes(Path.of(arguments[0])));
      out.println(
          "签名公钥 / signed by: "
              + found.key()
              + (arguments.length == 2 ? "" : "  （请与本市公布的核对 / compare it with the city's）"));
      found.identity().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(one -> out.println(one.getKey() + " " + one.getValue()));
      out.println("衔接的回执 / chained receipts: " + found.links());
      var wrong = new ArrayList<>(found.wrong());
      if (arguments.length == 2 && !arguments[1].equals(found.key())) {
        wrong.add("key");
      }
      wrong.forEach(one -> out.println("不符 / does not hold: " + one));
      out.println(wrong.isEmpty() ? "全部相符 / all holds" : "不可信 / not to be trusted");
      System.exit(wrong.isEmpty() ? 0 : 1);
    } catch (Malformed e) {
      out.println("不是回执证明包 / no bundle of proof: " + e.getMessage());
      System.exit(2);
    }
  }

  /**
   * Checks a bundle.
   *
   * @throws Malformed when it is none
   */
  public static Findings of(byte[] zip) throws Malformed, IOException {
    return new Verify(unpacked(zip)).check();
  }

  private static Map<String, byte[]> unpacked(byte[] zip) throws Malformed, IOException {
    var files = new HashMap<String, byte[]>();
    var left = LARGEST;
    try (var stream = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
      for (var entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
        var bytes = stream.readNBytes((int) left);
        left -= bytes.length;
        if (left <= 0) {
          throw new Malformed("size");
        }
        files.put(entry.getName(), bytes);
      }
    }
    for (var name : List.of("proof.json", "speakers.csv", "receipts.csv")) {
      if (!files.containsKey(name)) {
        throw new Malformed(name);
      }
    }
    return files;
  }

  private Findings check() throws Malformed {
    var proof = Json.read(bytes("proof.json"));
    var key = text(proof, "serverKey");
    require(PublicKey.of(key).signed(proof), "signature");
    for (var file : list(proof, "files")) {
      var name = text(file, "name");
      require(
          files.containsKey(name) && hash(bytes(name)).equals(text(file, "sha256")),
          "sha256 " + name);
    }
    var receipts = Table.read(string("receipts.csv"));
    var identity = identity(receipts);
    if (proof.get("identity") instanceof Map<?, ?> said) {
      for (var one : identity.entrySet()) {
        require(
            said.get(one.getKey()) instanceof Number number && number.longValue() == one.getValue(),
            "identity " + one.getKey());
      }
    } else {
      throw new Malformed("identity");
    }
    return new Findings(wrong, key, identity, links(receipts, text(proof, "play")));
  }

  /** What became of the play at each speaker, from the receipts alone. */
  private Map<String, Long> identity(List<Map<String, String>> receipts) {
    var first = new HashMap<String, Map<String, String>>();
    var begun = new HashMap<String, Boolean>();
    for (var receipt : receipts) {
      var serial = receipt.getOrDefault("serial", "");
      if (receipt.getOrDefault("event", "").equals("STARTED")) {
        begun.put(serial, true);
      }
      if (ENDS.contains(receipt.getOrDefault("event", ""))) {
        first.putIfAbsent(serial, receipt);
      }
    }
    var identity = new TreeMap<String, Long>();
    ENDS.forEach(end -> identity.put(end, 0L));
    identity.put(UNKNOWN, 0L);
    var planned = Table.read(string("speakers.csv"));
    identity.put("planned", (long) planned.size());
    for (var speaker : planned) {
      var serial = speaker.getOrDefault("serial", "");
      var end = first.getOrDefault(serial, Map.of()).getOrDefault("event", UNKNOWN);
      require(end.equals(speaker.get("end")), "end " + serial);
      require(!end.equals("FINISHED") || begun.containsKey(serial), "STARTED " + serial);
      identity.merge(end, 1L, Long::sum);
    }
    return identity;
  }

  /** Of receipts with numbers next to each other the hash of the later follows from the earlier. */
  private int links(List<Map<String, String>> receipts, String play) throws Malformed {
    var links = 0;
    var before = new HashMap<String, Map<String, String>>();
    for (var receipt : receipts) {
      var journal = receipt.get("serial") + " " + receipt.get("journal") + " ";
      var sequence = number(receipt, "sequence");
      before.put(journal + sequence, receipt);
    }
    for (var receipt : receipts) {
      var sequence = number(receipt, "sequence");
      var last =
          before.get(receipt.get("serial") + " " + receipt.get("journal") + " " + (sequence - 1));
      if (last != null || sequence == 1) {
        var hash = last == null ? Chain.START : last.getOrDefault("hash", "");
        var body =
            Map.of(
                "sequence", sequence,
                "play", play,
                "event", receipt.getOrDefault("event", ""),
                "at", number(receipt, "at"),
                "heard", number(receipt, "heard"),
                "reason", receipt.getOrDefault("reason", ""));
        require(
            Chain.next(hash, body).equals(receipt.get("hash")),
            "chain " + receipt.get("serial") + " " + sequence);
        links++;
      }
    }
    return links;
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      wrong.add(what);
    }
  }

  private byte[] bytes(String name) {
    return files.getOrDefault(name, new byte[0]);
  }

  private String string(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static long number(Map<String, String> row, String name) throws Malformed {
    try {
      return Long.parseLong(row.getOrDefault(name, ""));
    } catch (NumberFormatException e) {
      throw new Malformed(name, e);
    }
  }

  private static String text(Map<?, ?> object, String name) throws Malformed {
    if (object.get(name) instanceof String text) {
      return text;
    }
    throw new Malformed(name);
  }

  private static List<Map<?, ?>> list(Map<String, Object> object, String name) throws Malformed {
    if (object.get(name) instanceof List<?> list) {
      var maps = new ArrayList<Map<?, ?>>();
      for (var one : list) {
        if (one instanceof Map<?, ?> map) {
          maps.add(map);
        }
      }
      return maps;
    }
    throw new Malformed(name);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
