package firstline.speaker.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A disk that outlives a simulated speaker, not the process. */
public class MemoryDisk implements Disk {
  private final Map<String, ByteArrayOutputStream> files = new HashMap<>();
  private boolean full;

  /** From now on nothing more can be written, or again it can. */
  public void fill(boolean full) {
    this.full = full;
  }

  @Override
  public List<String> names(String prefix) {
    return files.keySet().stream().filter(name -> name.startsWith(prefix)).sorted().toList();
  }

  @Override
  public byte[] read(String name) {
    var file = files.get(name);
    return file == null ? new byte[0] : file.toByteArray();
  }

  @Override
  public void append(String name, byte[] bytes) throws IOException {
    room();
    files.computeIfAbsent(name, absent -> new ByteArrayOutputStream(512)).writeBytes(bytes);
  }

  @Override
  public void truncate(String name, long size) throws IOException {
    put(name, Arrays.copyOf(read(name), Math.toIntExact(size)));
  }

  @Override
  public void replace(String name, byte[] bytes) throws IOException {
    room();
    put(name, bytes);
  }

  @Override
  public void rename(String name, String to) throws IOException {
    put(to, read(name));
    delete(name);
  }

  @Override
  public void delete(String name) throws IOException {
    files.remove(name);
  }

  private void put(String name, byte[] bytes) {
    var file = new ByteArrayOutputStream(bytes.length);
    file.writeBytes(bytes);
    files.put(name, file);
  }

  private void room() throws IOException {
    if (full) {
      throw new IOException("No space left on device");
    }
  }
}
