package firstline.persistence.file;

import firstline.persistence.requirement.Requirement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Sends a file, or the part of it that is asked for. The hash of its content is its ETag. */
public final class FileAnswer {
  /**
   * Of what may be recalled: every cache asks again after three seconds, and is told in one line
   * that nothing has changed. A crowd behind one cache costs one question in that time.
   */
  public static final String RECALLABLE = "public, max-age=3, must-revalidate";

  private static final int BUFFER = 1 << 16;

  private FileAnswer() {}

  /**
   * Sends.
   *
   * @param cache value of {@code Cache-Control}
   */
  @Requirement("R23.1")
  public static void send(
      HttpServletRequest request, HttpServletResponse response, OpenedFile opened, String cache)
      throws IOException {
    var file = opened.file();
    var tag = '"' + file.sha256() + '"';
    // The server packs text on its way, and a part of what is packed is no part of the file.
    var ranged = !file.mediaType().startsWith("text/");
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", cache);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Accept-Ranges", ranged ? "bytes" : "none");
    if (matches(header(request, "If-None-Match"), tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    try (var content = Files.newInputStream(opened.content())) {
      var range = ranged ? range(request, tag, file.bytes()) : Optional.<ByteRange>empty();
      var part = range.orElse(new ByteRange(0, file.bytes() - 1));
      if (range.isPresent()) {
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader(
            "Content-Range", "bytes " + part.from() + "-" + part.to() + "/" + file.bytes());
      }
      response.setContentType(file.mediaType());
      response.setHeader("Content-Disposition", Disposition.of(file.mediaType(), file.name()));
      response.setContentLengthLong(part.length());
      if (!request.getMethod().equals("HEAD")) {
        copy(content, part, response.getOutputStream());
      }
    } catch (ByteRange.Unsatisfiable e) {
      response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
      response.setHeader("Content-Range", "bytes */" + file.bytes());
    }
  }

  /** A range of a content that the reader has another version of would not fit it. */
  private static Optional<ByteRange> range(HttpServletRequest request, String tag, long size)
      throws ByteRange.Unsatisfiable {
    var wanted = header(request, "If-Range");
    return wanted.isEmpty() || wanted.equals(tag)
        ? ByteRange.of(header(request, "Range"), size)
        : Optional.empty();
  }

  private static boolean matches(String header, String tag) {
    return Arrays.stream(header.split(",", -1))
        .map(String::strip)
        .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
  }

  private static void copy(InputStream content, ByteRange part, OutputStream out)
      throws IOException {
    content.skipNBytes(part.from());
    var buffer = new byte[BUFFER];
    var left = part.length();
    while (left > 0) {
      var read = content.read(buffer, 0, (int) Math.min(BUFFER, left));
      if (read < 0) {
        throw new IOException("the file is shorter than its row says");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  private static String header(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getHeader(name), "").strip();
  }
}
