package firstline.console.rest;

import firstline.persistence.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** Bodies of requests: never longer than allowed, and read once before the work if need be. */
final class Body {
  /** Bytes of an ordinary body. */
  static final long ORDINARY = 1L << 20;

  /** Bytes of an import. */
  static final long LARGE = 200L << 20;

  private Body() {}

  /**
   * The stream, which refuses to give more than so many bytes.
   *
   * @throws Refusal {@code payload.too-large} while reading
   */
  static InputStream limited(InputStream stream, long limit) {
    return new Limited(stream, limit);
  }

  /**
   * Reads the whole body into the digest and returns it for a second reading: from memory, or from
   * a file that vanishes when it is closed.
   */
  static InputStream spooled(InputStream stream, long limit, MessageDigest digest)
      throws IOException {
    if (limit <= ORDINARY) {
      var bytes = new ByteArrayOutputStream();
      copy(stream, limit, bytes, digest);
      return new ByteArrayInputStream(bytes.toByteArray());
    }
    var file = Files.createTempFile("firstline-body", ".part");
    var whole = false;
    try (var out = Files.newOutputStream(file)) {
      copy(stream, limit, out, digest);
      whole = true;
    } finally {
      if (!whole) {
        Files.delete(file);
      }
    }
    return Files.newInputStream(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
  }

  private static void copy(
      InputStream stream, long limit, OutputStream target, MessageDigest digest)
      throws IOException {
    var out = new DigestOutputStream(target, digest);
    limited(stream, limit).transferTo(out);
    out.flush();
  }

  private static final class Limited extends FilterInputStream {
    private final long limit;
    private long read;

    Limited(InputStream stream, long limit) {
      super(stream);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      var value = super.read();
      if (value >= 0) {
        count(1);
      }
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var got = super.read(bytes, offset, length);
      count(Math.max(0, got));
      return got;
    }

    @Override
    public long skip(long wanted) throws IOException {
      var skipped = super.skip(wanted);
      count(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(long bytes) {
      read += bytes;
      if (read > limit) {
        throw new Refusal("payload.too-large", limit >> 20);
      }
    }
  }
}
