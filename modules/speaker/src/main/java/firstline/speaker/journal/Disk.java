package firstline.speaker.journal;

import java.io.IOException;
import java.util.List;

/**
 * A flat folder of small files. What a method wrote is safe from a power cut when it returns; when
 * it throws, an append may have written a part.
 */
public interface Disk {
  /** The names that begin so, sorted. */
  List<String> names(String prefix) throws IOException;

  /** The file's bytes; none when there is no such file. */
  byte[] read(String name) throws IOException;

  void append(String name, byte[] bytes) throws IOException;

  /** Cuts the file to that size. */
  void truncate(String name, long size) throws IOException;

  /** Puts the bytes in the place of the old ones: after a crash either the old or the new stand. */
  void replace(String name, byte[] bytes) throws IOException;

  void rename(String name, String to) throws IOException;

  void delete(String name) throws IOException;
}
