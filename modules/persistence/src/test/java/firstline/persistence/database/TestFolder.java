package firstline.persistence.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A folder of a test under the system's temporary one. Its name says whose it is, so that what a
 * JVM that was killed left behind can be told from what another one works on.
 */
public record TestFolder(Path path) implements AutoCloseable {
  /**
   * An empty folder; those of the same name whose JVM is dead are removed.
   *
   * @param name letters and hyphens
   */
  public static TestFolder named(String name) {
    try {
      var folder = Files.createTempDirectory(prefix(name, ProcessHandle.current().pid()));
      removeDead(name, folder.getParent());
      return new TestFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String prefix(String name, long pid) {
    return name + "-" + pid + "-";
  }

  private static void removeDead(String name, Path all) throws IOException {
    var named = Pattern.compile(Pattern.quote(name) + "-([0-9]{1,18})-[0-9]+");
    try (var folders = Files.newDirectoryStream(all, name + "-*")) {
      for (var folder : folders) {
        var mine = named.matcher(folder.getFileName().toString());
        if (mine.matches() && ProcessHandle.of(Long.parseLong(mine.group(1))).isEmpty()) {
          remove(folder);
        }
      }
    }
  }

  /** Removes it; what cannot be removed now is removed when this JVM is dead. */
  @Override
  public void close() {
    try {
      remove(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A database whose pid file is gone ends by itself within a minute, if one outlived its JVM. */
  private static void remove(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return deleted(file);
          }

          // Another run may be removing the same folder.
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            return deleted(folder);
          }
        });
  }

  private static FileVisitResult deleted(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // It is held or not yet empty: the next run of tests removes it.
      return FileVisitResult.CONTINUE;
    }
    return FileVisitResult.CONTINUE;
  }
}
