package firstline.speaker.journal;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** A folder of the machine; its files are for the owner's eyes (mode 600). */
public final class FileDisk implements Disk {
  private final Path folder;
  private final FileAttribute<?>[] ownerOnly;

  /** Opens the folder, and makes it when it is not there. */
  public FileDisk(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    ownerOnly =
        Files.getFileStore(folder).supportsFileAttributeView("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
  }

  @Override
  public List<String> names(String prefix) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(prefix) && !name.endsWith(".new"))
          .sorted()
          .toList();
    }
  }

  @Override
  public byte[] read(String name) throws IOException {
    var file = folder.resolve(name);
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  @Override
  public void append(String name, byte[] bytes) throws IOException {
    var fresh = !Files.exists(folder.resolve(name));
    write(name, bytes, Set.of(CREATE, WRITE, APPEND));
    if (fresh) {
      forceFolder();
    }
  }

  @Override
  public void truncate(String name, long size) throws IOException {
    try (var channel = FileChannel.open(folder.resolve(name), WRITE)) {
      channel.truncate(size).force(true);
    }
  }

  @Override
  public void replace(String name, byte[] bytes) throws IOException {
    write(name + ".new", bytes, Set.of(CREATE, WRITE, TRUNCATE_EXISTING));
    rename(name + ".new", name);
  }

  @Override
  public void rename(String name, String to) throws IOException {
    Files.move(
        folder.resolve(name),
        folder.resolve(to),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    forceFolder();
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  private void write(String name, byte[] bytes, Set<? extends OpenOption> options)
      throws IOException {
    try (var channel = FileChannel.open(folder.resolve(name), options, ownerOnly)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** A new name lasts only when the folder is on the disk as well. */
  private void forceFolder() throws IOException {
    if (ownerOnly.length > 0) {
      try (var channel = FileChannel.open(folder, READ)) {
        channel.force(true);
      }
    }
  }
}
