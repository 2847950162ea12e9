package firstline.publicity.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** A client of the protocol whose link is cut in the middle of chunks; it holds one block. */
public final class CutLink {
  /** Bytes of a chunk, as the page sends them. */
  public static final int CHUNK = 8 << 20;

  private static final int BLOCK = 1 << 16;

  /**
   * What it took.
   *
   * @param transfer its id
   * @param sent bytes of the file in all, those that a cut ate too
   * @param refused chunks that met what was cut before them, and were sent again
   */
  public record Sent(String transfer, long sent, int cuts, int refused) {}

  private final int port;
  private final Random random;
  private int refused;

  CutLink(int port, long seed) {
    this.port = port;
    this.random = new Random(seed);
  }

  /** The byte at a place of the file that is sent. */
  static byte at(long place) {
    return (byte) (place * 0x9E3779B97F4A7C15L >>> 56);
  }

  private static void fill(byte[] block, long from) {
    for (var i = 0; i < block.length; i++) {
      block[i] = at(from + i);
    }
  }

  /** Sends a file of so many bytes over a link that is cut so often, evenly over the file. */
  Sent send(long size, String name, int cuts) throws IOException {
    var place = header(create(size, name), "Location");
    var id = place.substring(place.lastIndexOf('/') + 1);
    var sent = 0L;
    var offset = 0L;
    var cut = 0;
    while (offset < size) {
      var length = (int) Math.min(CHUNK, size - offset);
      var due = cut < cuts && offset >= size / (2 * cuts) * cut;
      var most = due ? 1 + random.nextInt(length - 1) : length;
      sent += patch(id, offset, length, most);
      if (due) {
        cut++;
      }
      offset = offset(id);
    }
    return new Sent(id, sent, cut, refused);
  }

  private String create(long size, String name) throws IOException {
    var encoded = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    return ask(
        "POST "
            + Transfers.ADDRESS
            + " HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nContent-Length: 0\r\nUpload-Length: "
            + size
            + "\r\nUpload-Metadata: filename "
            + encoded
            + "\r\nConnection: close\r\n\r\n");
  }

  /** Where the server is; asked again while it still holds the end of what was cut. */
  private long offset(String id) throws IOException {
    while (true) {
      var answer =
          ask(
              "HEAD "
                  + Transfers.ADDRESS
                  + "/"
                  + id
                  + " HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nConnection: close\r\n\r\n");
      if (answer.startsWith("HTTP/1.1 2")) {
        return Long.parseLong(header(answer, "Upload-Offset"));
      }
    }
  }

  /** Sends a chunk, or only its first bytes before the link is cut; how many it sent. */
  private long patch(String id, long offset, int length, int most) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var out = socket.getOutputStream();
      out.write(
          ("PATCH "
                  + Transfers.ADDRESS
                  + "/"
                  + id
                  + " HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: "
                  + offset
                  + "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: "
                  + length
                  + "\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      var block = new byte[BLOCK];
      var left = most;
      try {
        while (left > 0) {
          fill(block, offset + most - left);
          var part = Math.min(BLOCK, left);
          out.write(block, 0, part);
          left -= part;
        }
        out.flush();
        if (most < length) {
          // Cut, and not closed politely.
          socket.setSoLinger(true, 0);
        } else {
          socket.getInputStream().readAllBytes();
        }
      } catch (SocketException e) {
        // What was cut came to the server only now, and stands in the way: asked and sent again.
        refused++;
      }
      return most - left;
    }
  }

  private String ask(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(StandardCharsets.ISO_8859_1);
    }
  }

  private static String header(String answer, String name) throws IOException {
    var found =
        Pattern.compile("(?im)^" + name.toLowerCase(Locale.ROOT) + ": (.*?)\r?$").matcher(answer);
    if (!found.find()) {
      throw new IOException("no " + name + " in " + answer);
    }
    return found.group(1);
  }
}
