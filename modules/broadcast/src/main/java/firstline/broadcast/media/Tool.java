package firstline.broadcast.media;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Runs a program of the system: an array of arguments, never a line for a shell. */
final class Tool {
  /** What a program said on its error stream, and how it ended. */
  record Ran(int code, String said) {}

  /** It did not end in its time. */
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    TooSlow(String program) {
      super(program + " did not end in its time");
    }
  }

  private static final int LONGEST_SAID = 1 << 16;

  private Tool() {}

  /** Whether the program is on the path. */
  static boolean installed(String program) {
    if (program.contains(File.separator)) {
      return new File(program).canExecute();
    }
    for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (new File(folder, program).canExecute()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Runs it to its end.
   *
   * @param folder in which what it says is kept for the while
   * @param limit after which it is killed
   * @param lines told each line of its output; what it throws ends the program
   */
  static Ran run(List<String> command, Path folder, Duration limit, Consumer<String> lines)
      throws IOException {
    var said = Files.createTempFile(folder, "said", ".txt");
    try {
      var process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectError(said.toFile())
              .start();
      var late = new AtomicBoolean();
      var watch =
          CompletableFuture.runAsync(
              () -> {
                late.set(true);
                process.destroyForcibly();
              },
              CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
      try (var out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
          lines.accept(line);
        }
        var code = process.waitFor();
        if (late.get()) {
          throw new TooSlow(command.get(0));
        }
        return new Ran(code, end(said));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      } finally {
        watch.cancel(false);
        process.destroyForcibly();
      }
    } finally {
      Files.deleteIfExists(said);
    }
  }

  private static String end(Path said) throws IOException {
    try (var channel = Files.newByteChannel(said)) {
      channel.position(Math.max(0, channel.size() - LONGEST_SAID));
      var bytes = java.nio.ByteBuffer.allocate(LONGEST_SAID);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // Until there is no more.
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
  }
}
