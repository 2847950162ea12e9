package firstline.broadcast.ebm;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A packet in its tar, as it travels: {@code EBDT_<id>.tar} with {@code EBDB_<id>.xml} and the
 * files that its message names.
 *
 * @param files by name
 */
public record EbdPackage(Ebd packet, Map<String, byte[]> files) {
  /** Bytes of a tar. */
  static final int LARGEST = 20 << 20;

  private static final int MOST = 100;

  /** POSIX ustar: a header has 512 bytes, and its magic stands here. */
  private static final int BLOCK = 512;

  private static final int MAGIC_AT = 257;

  public EbdPackage {
    files = Map.copyOf(files);
  }

  /** The name under which it travels. */
  public String name() {
    return "EBDT_" + packet.id() + ".tar";
  }

  /** The tar's bytes. */
  @Requirement("R35.1")
  public byte[] pack() {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setAddPaxHeadersForNonAsciiNames(true);
      put(tar, "EBDB_" + packet.id() + ".xml", EbdWriter.write(packet));
      for (var file : new TreeMap<>(files).entrySet()) {
        put(tar, file.getKey(), file.getValue());
      }
      tar.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void put(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    var entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    // The same packet is the same bytes, whenever it is packed.
    entry.setModTime(0);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /**
   * The bytes of a tar, of which no more are taken than one may have.
   *
   * @throws Refusal {@code payload.too-large}
   */
  @Requirement("R35.4")
  public static byte[] bytes(InputStream stream) throws IOException {
    var bytes = stream.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new Refusal("payload.too-large", LARGEST >> 20);
    }
    return bytes;
  }

  /** True if the bytes are a tar's and no XML. */
  public static boolean isTar(byte[] bytes) {
    return bytes.length >= BLOCK && (starts(bytes, 0, "EBD") || starts(bytes, MAGIC_AT, "ustar"));
  }

  private static boolean starts(byte[] bytes, int from, String text) {
    return new String(bytes, from, text.length(), StandardCharsets.ISO_8859_1).equals(text);
  }

  /**
   * What is in a tar.
   *
   * @throws Refusal {@code ebm.…}, {@code payload.too-large}
   */
  @Requirement("R35.4")
  public static EbdPackage unpack(byte[] tar) {
    if (tar.length > LARGEST) {
      throw new Refusal("payload.too-large", LARGEST >> 20);
    }
    var files = contents(tar);
    var packets =
        files.keySet().stream()
            .filter(name -> name.startsWith("EBDB_") && name.endsWith(".xml"))
            .toList();
    if (packets.size() > 1) {
      throw new Refusal("ebm.value", "tar", packets.get(1));
    }
    var packet =
        packets.stream()
            .findFirst()
            .flatMap(name -> Optional.ofNullable(files.remove(name)))
            .orElseThrow(() -> new Refusal("ebm.missing", "EBDB_*.xml"));
    return new EbdPackage(EbdReader.read(packet), files);
  }

  /** No folder, link, device or hole: some makers' readers follow them. */
  private static boolean isPlain(TarArchiveEntry entry) {
    return entry.isFile()
        && !entry.isLink()
        && !entry.isSymbolicLink()
        && !entry.isFIFO()
        && !entry.isBlockDevice()
        && !entry.isCharacterDevice()
        && !entry.isSparse();
  }

  private static Map<String, byte[]> contents(byte[] bytes) {
    var files = new LinkedHashMap<String, byte[]>();
    var left = LARGEST;
    try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(bytes), "UTF-8")) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var name = entry.getName();
        if (!isPlain(entry) || files.containsKey(name) || !name.matches("[^/\\\\:\\x00]{1,200}")) {
          throw new Refusal("ebm.value", "tar", name);
        }
        // A header may promise anything: what counts is what is there.
        var content = tar.readNBytes(left + 1);
        left -= content.length;
        if (left < 0 || files.size() == MOST) {
          throw new Refusal("payload.too-large", LARGEST >> 20);
        }
        files.put(name, content);
      }
      return files;
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal("ebm.value", "tar", "?");
    }
  }
}
