package firstline.rumour.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files that an officer takes to a channel. */
final class Parcel {
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** Text with the mark of its charset, since the editors of the time guess. */
  Parcel text(String name, String text) {
    return file(name, ('\uFEFF' + text + '\n').getBytes(StandardCharsets.UTF_8));
  }

  Parcel page(String name, String html) {
    return file(name, html.getBytes(StandardCharsets.UTF_8));
  }

  Parcel file(String name, byte[] content) {
    files.put(name, content.clone());
    return this;
  }

  Map<String, byte[]> files() {
    return Map.copyOf(files);
  }

  /** All of it in one file; the same content makes the same bytes. */
  byte[] zipped(Instant at) {
    try {
      var bytes = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
        for (var file : files.entrySet()) {
          var entry = new ZipEntry(file.getKey());
          entry.setLastModifiedTime(java.nio.file.attribute.FileTime.from(at));
          zip.putNextEntry(entry);
          zip.write(file.getValue());
          zip.closeEntry();
        }
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
