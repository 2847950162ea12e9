package firstline.publicity.inspect;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * ClamAV's daemon, asked by its command INSTREAM (clamd(8)): the file in chunks, each behind its
 * length, and a length of zero; then {@code stream: OK} or {@code stream: <name> FOUND}.
 */
public final class VirusScanner {
  private static final int CHUNK = 1 << 16;
  private static final int LONGEST = 4_096;
  private static final long SECONDS = 300;

  private final String address;

  /**
   * A scanner.
   *
   * @param address {@code host:port} or the path of a socket; empty if there is none
   */
  public VirusScanner(String address) {
    this.address = address.strip();
  }

  /**
   * Has the file scanned.
   *
   * @throws Refusal {@code upload.virus} with its name; {@code upload.scanner} if the daemon does
   *     not answer: what was not scanned is not taken
   */
  @Requirement("R67.3")
  public void pass(Path file) {
    if (address.isEmpty()) {
      return;
    }
    String answer;
    try {
      answer = asked(file);
    } catch (IOException e) {
      throw new Refusal("upload.scanner");
    }
    if (answer.endsWith("FOUND")) {
      throw new Refusal(
          "upload.virus", answer.replaceFirst("^stream: ", "").replaceFirst(" FOUND$", ""));
    }
    if (!answer.endsWith("OK")) {
      throw new Refusal("upload.scanner");
    }
  }

  private String asked(Path file) throws IOException {
    try (var socket = open()) {
      // A blocking channel knows no time-out: the connection is cut from outside.
      var watch =
          CompletableFuture.runAsync(
              () -> cut(socket), CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS));
      try (var content = Files.newInputStream(file)) {
        var out = new DataOutputStream(Channels.newOutputStream(socket));
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        var chunk = new byte[CHUNK];
        for (var read = content.read(chunk); read > 0; read = content.read(chunk)) {
          out.writeInt(read);
          out.write(chunk, 0, read);
        }
        out.writeInt(0);
        out.flush();
        return answer(socket);
      } finally {
        watch.cancel(false);
      }
    }
  }

  private static String answer(SocketChannel socket) throws IOException {
    var bytes = ByteBuffer.allocate(LONGEST);
    while (bytes.hasRemaining() && socket.read(bytes) >= 0) {
      if (bytes.position() > 0 && bytes.get(bytes.position() - 1) == 0) {
        break;
      }
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
        .replace("\0", "")
        .strip();
  }

  private static void cut(SocketChannel socket) {
    try {
      socket.close();
    } catch (IOException e) {
      System.getLogger(VirusScanner.class.getName()).log(System.Logger.Level.DEBUG, "cut", e);
    }
  }

  private SocketChannel open() throws IOException {
    if (address.startsWith("/")) {
      var socket = SocketChannel.open(StandardProtocolFamily.UNIX);
      return connected(socket, UnixDomainSocketAddress.of(address));
    }
    var colon = address.lastIndexOf(':');
    if (colon < 1 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw new IOException("no address: " + address);
    }
    return connected(
        SocketChannel.open(),
        new InetSocketAddress(
            address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
  }

  private static SocketChannel connected(SocketChannel socket, SocketAddress address)
      throws IOException {
    var connected = false;
    try {
      connected = socket.connect(address);
      return socket;
    } finally {
      if (!connected) {
        socket.close();
      }
    }
  }
}
