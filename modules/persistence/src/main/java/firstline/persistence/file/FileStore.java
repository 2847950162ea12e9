package firstline.persistence.file;

import firstline.persistence.digest.Sha256;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bytes, each content once, under {@code files/ab/cd/<sha256>} in the data folder. No name that
 * a client told is ever part of a path. A content is there as a whole or not at all: it is written
 * beside its place, forced to the disk and renamed.
 */
@ApplicationScoped
public class FileStore {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int BUFFER = 1 << 16;

  private final @Nullable Path given;

  public FileStore() {
    this.given = null;
  }

  /** For tests: a store in a folder of its own. */
  public FileStore(Path root) {
    this.given = root;
  }

  /** Content that is on the disk but not in its place; closing it unkept deletes it. */
  record Draft(Path path, String sha256, long bytes) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      Files.deleteIfExists(path);
    }
  }

  /**
   * Reads the content and hashes it; reads no further than one byte beyond the limit.
   *
   * @throws Refusal {@code file.empty}, or {@code file.too-large} with the limit in MB
   */
  Draft receive(InputStream content, long limit) throws IOException {
    var path = Files.createTempFile(Files.createDirectories(incoming()), "", ".part");
    var whole = false;
    try (var out = FileChannel.open(path, StandardOpenOption.WRITE)) {
      var digest = Sha256.begun();
      var buffer = new byte[BUFFER];
      var bytes = 0L;
      int read;
      while ((read = content.read(buffer, 0, (int) Math.min(BUFFER, limit + 1 - bytes))) > 0) {
        bytes += read;
        if (bytes > limit) {
          throw new Refusal("file.too-large", Math.max(1, limit >> 20));
        }
        digest.update(buffer, 0, read);
        var part = ByteBuffer.wrap(buffer, 0, read);
        while (part.hasRemaining()) {
          out.write(part);
        }
      }
      if (bytes == 0) {
        throw new Refusal("file.empty");
      }
      whole = true;
      return new Draft(path, HexFormat.of().formatHex(digest.digest()), bytes);
    } finally {
      if (!whole) {
        Files.deleteIfExists(path);
      }
    }
  }

  /**
   * Puts the content into its place, unless it lies there; when this returns, it is on the disk.
   */
  void keep(Draft draft) throws IOException {
    var place = path(draft.sha256());
    var upper = root().resolve(draft.sha256().substring(0, 2));
    var folder = Files.createDirectories(upper.resolve(draft.sha256().substring(2, 4)));
    if (!Files.exists(place) || Files.size(place) != draft.bytes()) {
      try (var channel = FileChannel.open(draft.path(), StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      // Whoever brings the same content at this moment puts the same bytes here.
      Files.move(draft.path(), place, StandardCopyOption.ATOMIC_MOVE);
    }
    force(folder);
    force(upper);
    force(root());
  }

  /**
   * Where the content lies.
   *
   * @param sha256 64 small hexadecimal digits
   */
  public Path path(String sha256) {
    if (!HASH.matcher(sha256).matches()) {
      throw new IllegalArgumentException("no SHA-256: " + sha256);
    }
    return root().resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
  }

  /**
   * Deletes what a crash left midway and counts it.
   *
   * @param before what was written to since then may still be on its way, on another node too
   */
  int sweep(Instant before) throws IOException {
    if (!Files.isDirectory(incoming())) {
      return 0;
    }
    var swept = 0;
    try (var parts = Files.newDirectoryStream(incoming(), "*.part")) {
      for (var part : parts) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(before)
            && Files.deleteIfExists(part)) {
          swept++;
        }
      }
    }
    return swept;
  }

  private Path root() {
    return given == null ? Settings.current().home().resolve("files") : given;
  }

  private Path incoming() {
    return root().resolve("incoming");
  }

  /** A rename lasts once its folder is on the disk. */
  private static void force(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
