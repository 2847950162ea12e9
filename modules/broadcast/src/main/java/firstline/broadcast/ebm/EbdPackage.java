package firstline.broadcast.ebm;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    var packet =
        files.keySet().stream()
            .filter(name -> name.startsWith("EBDB_") && name.endsWith(".xml"))
            .findFirst()
            .flatMap(name -> Optional.ofNullable(files.remove(name)))
            .orElseThrow(() -> new Refusal("ebm.missing", "EBDB_*.xml"));
    return new EbdPackage(EbdReader.read(packet), files);
  }

  private static Map<String, byte[]> contents(byte[] bytes) {
    var files = new LinkedHashMap<String, byte[]>();
    var left = LARGEST;
    try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(bytes), "UTF-8")) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var name = entry.getName();
        if (!entry.isFile() || entry.isSparse() || !name.matches("[^/\\\\:\\x00]{1,200}")) {
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
