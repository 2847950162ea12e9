package firstline.speaker.network;

import firstline.speaker.protocol.Programme.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sound files by their hash. What is not whole ends in {@code .part}; what is whole was checked
 * when it came, and is checked again the first time that this process uses it.
 */
public final class MediaCache {
  private final Path folder;
  private final long limit;
  private final Set<String> checked = new HashSet<>();

  /** A cache in that folder; files that are not needed go when it holds more than so many bytes. */
  public MediaCache(Path folder, long limit) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.limit = limit;
  }

  /** The file, when it is there and is what its name says. */
  public synchronized Optional<Path> file(Media media) {
    var file = folder.resolve(media.sha256());
    if (!checked.contains(media.sha256())) {
      try {
        if (!media.sha256().equals(hash(file))) {
          Files.deleteIfExists(file);
          return Optional.empty();
        }
      } catch (NoSuchFileException e) {
        return Optional.empty();
      } catch (IOException e) {
        return Optional.empty();
      }
      checked.add(media.sha256());
    }
    return Optional.of(file);
  }

  /** Where a download of it grows. */
  Path part(Media media) {
    return folder.resolve(media.sha256() + ".part");
  }

  /**
   * Takes a file over when it is what its name says; otherwise it is deleted.
   *
   * @return whether it was
   */
  synchronized boolean adopt(Media media, Path file) throws IOException {
    if (!media.sha256().equals(hash(file))) {
      Files.delete(file);
      return false;
    }
    Files.move(
        file,
        folder.resolve(media.sha256()),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    checked.add(media.sha256());
    return true;
  }

  /** Copies it from a memory stick, when it lies there. */
  boolean copy(Media media, Path stick) throws IOException {
    for (var place : List.of(stick.resolve("m"), stick)) {
      var file = place.resolve(media.sha256());
      if (Files.isRegularFile(file)) {
        var part = folder.resolve(media.sha256() + ".copy");
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        return adopt(media, part);
      }
    }
    return false;
  }

  /** Deletes what is not needed, the oldest first, until the rest is below the limit. */
  synchronized void evict(Set<String> needed) throws IOException {
    List<Path> files;
    try (var all = Files.list(folder)) {
      files = all.sorted(Comparator.comparing(MediaCache::age)).toList();
    }
    long total = 0;
    for (var file : files) {
      total += Files.size(file);
    }
    for (var file : files) {
      var name = file.getFileName().toString();
      var hash = name.substring(0, Math.min(64, name.length()));
      if (total <= limit) {
        return;
      }
      if (!needed.contains(hash)) {
        total -= Files.size(file);
        Files.delete(file);
        checked.remove(hash);
      }
    }
  }

  private static FileTime age(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes that are left on the disk. */
  public long free() {
    return folder.toFile().getUsableSpace();
  }

  private static String hash(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance("SHA-256");
      var chunk = new byte[65_536];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
