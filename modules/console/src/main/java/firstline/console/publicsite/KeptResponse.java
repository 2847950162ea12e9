package firstline.console.publicsite;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keeps the body of an answer instead of sending it. Errors and redirects go straight through. */
class KeptResponse extends HttpServletResponseWrapper {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
  private final ServletOutputStream stream = new Stream(bytes);
  private @Nullable PrintWriter writer;
  private boolean gone;

  KeptResponse(HttpServletResponse response) {
    super(response);
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return stream;
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    }
    return writer;
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    gone = true;
    super.sendError(status, message);
  }

  @Override
  public void sendError(int status) throws IOException {
    gone = true;
    super.sendError(status);
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    gone = true;
    super.sendRedirect(location);
  }

  @Override
  public void flushBuffer() {
    // Nothing goes out before the page is whole.
  }

  @Override
  public void resetBuffer() {
    bytes.reset();
  }

  @Override
  public void setContentLength(int length) {}

  @Override
  public void setContentLengthLong(long length) {}

  /** True for a whole page with status 200. */
  boolean isPlain() {
    return !gone && getStatus() == SC_OK;
  }

  byte[] body() {
    if (writer != null) {
      writer.flush();
    }
    return bytes.toByteArray();
  }

  /** Sends what was kept as it is: a page with another status. */
  void passOn() throws IOException {
    var body = body();
    if (!gone && body.length > 0) {
      getResponse().getOutputStream().write(body);
    }
  }

  private static final class Stream extends ServletOutputStream {
    private final ByteArrayOutputStream bytes;

    Stream(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int b) {
      bytes.write(b);
    }

    @Override
    public void write(byte[] b, int offset, int length) {
      bytes.write(b, offset, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("a kept page is written at once");
    }
  }
}
