package firstline.broadcast.faults;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The office in a process of its own, which can be killed with signal 9, and started again. */
final class OfficeProcess implements Door, AutoCloseable {
  private static final int PROGRAMME = 1;
  private static final int RECEIPTS = 2;

  private final PGSimpleDataSource database;
  private final int poll;
  private @Nullable Process process;
  private @Nullable Socket socket;
  private @Nullable DataInputStream in;
  private @Nullable DataOutputStream out;

  OfficeProcess(PGSimpleDataSource database, int poll) {
    this.database = database;
    this.poll = poll;
  }

  /** The child: answers one caller until it is killed. */
  public static void main(String[] arguments) throws IOException {
    var source = new PGSimpleDataSource();
    source.setURL(arguments[0]);
    source.setUser(System.getenv("FAULTS_USER"));
    source.setPassword(System.getenv("FAULTS_PASSWORD"));
    var office =
        new Office(
            new OneConnection(source, number -> false),
            Instant.EPOCH,
            Integer.parseInt(arguments[1]));
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      System.out.println(listening.getLocalPort());
      try (var caller = listening.accept();
          var in = new DataInputStream(new BufferedInputStream(caller.getInputStream()));
          var out = new DataOutputStream(new BufferedOutputStream(caller.getOutputStream()))) {
        caller.setTcpNoDelay(true);
        for (int what = in.read(); what >= 0; what = in.read()) {
          var now = in.readLong();
          var first = in.readUTF();
          var second = new byte[in.readInt()];
          in.readFully(second);
          var answer =
              what == PROGRAMME
                  ? office.programme(
                      now, first, new String(second, java.nio.charset.StandardCharsets.UTF_8))
                  : office.receipts(now, first, second);
          out.writeInt(answer.status());
          out.writeLong(answer.time());
          out.writeUTF(answer.tag());
          out.writeInt(answer.body().length);
          out.write(answer.body());
          out.flush();
        }
      }
    }
  }

  /** Starts it, if it does not run. */
  void start() throws IOException {
    var builder =
        new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OfficeProcess.class.getName(),
                String.valueOf(database.getURL()),
                Integer.toString(poll)));
    builder.environment().put("FAULTS_USER", String.valueOf(database.getUser()));
    builder.environment().put("FAULTS_PASSWORD", String.valueOf(database.getPassword()));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    var started = builder.start();
    process = started;
    var port =
        Integer.parseInt(
            started.inputReader(java.nio.charset.StandardCharsets.UTF_8).readLine().strip());
    var line = new Socket(InetAddress.getLoopbackAddress(), port);
    line.setTcpNoDelay(true);
    socket = line;
    in = new DataInputStream(new BufferedInputStream(line.getInputStream()));
    out = new DataOutputStream(new BufferedOutputStream(line.getOutputStream()));
  }

  /** Signal 9, whatever it is doing. */
  void kill() {
    var running = process;
    if (running != null) {
      running.destroyForcibly();
    }
  }

  /** Waits until it is gone. */
  void gone() {
    var running = process;
    if (running != null) {
      try {
        running.waitFor(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      process = null;
    }
    out = null;
  }

  private Answer ask(int what, long now, String first, byte[] second) {
    var to = out;
    var from = in;
    if (to == null || from == null) {
      return Answer.NONE;
    }
    try {
      to.write(what);
      to.writeLong(now);
      to.writeUTF(first);
      to.writeInt(second.length);
      to.write(second);
      to.flush();
      var status = from.readInt();
      var time = from.readLong();
      var tag = from.readUTF();
      var body = new byte[from.readInt()];
      from.readFully(body);
      return new Answer(status, time, tag, body);
    } catch (IOException e) {
      out = null;
      return Answer.NONE;
    }
  }

  @Override
  public boolean away() {
    return out == null;
  }

  @Override
  public Answer programme(long now, String ticket, String tag) {
    return ask(PROGRAMME, now, ticket, tag.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public Answer receipts(long now, String signature, byte[] body) {
    return ask(RECEIPTS, now, signature, body);
  }

  @Override
  public void close() throws IOException {
    kill();
    gone();
    if (socket != null) {
      socket.close();
    }
  }
}
