package firstline.speaker.fleet;

import firstline.speaker.journal.Disk;
import java.io.IOException;
import java.util.List;

/** Another disk that can be full: then nothing is written, and all that stands can be read. */
final class FaultyDisk implements Disk {
  private final Disk disk;
  private volatile boolean full;

  FaultyDisk(Disk disk) {
    this.disk = disk;
  }

  void fill(boolean full) {
    this.full = full;
  }

  boolean full() {
    return full;
  }

  @Override
  public List<String> names(String prefix) throws IOException {
    return disk.names(prefix);
  }

  @Override
  public byte[] read(String name) throws IOException {
    return disk.read(name);
  }

  @Override
  public void append(String name, byte[] bytes) throws IOException {
    room();
    disk.append(name, bytes);
  }

  @Override
  public void truncate(String name, long size) throws IOException {
    disk.truncate(name, size);
  }

  @Override
  public void replace(String name, byte[] bytes) throws IOException {
    room();
    disk.replace(name, bytes);
  }

  @Override
  public void rename(String name, String to) throws IOException {
    disk.rename(name, to);
  }

  @Override
  public void delete(String name) throws IOException {
    disk.delete(name);
  }

  private void room() throws IOException {
    if (full) {
      throw new IOException("No space left on device");
    }
  }
}
