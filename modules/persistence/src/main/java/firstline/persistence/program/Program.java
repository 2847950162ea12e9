package firstline.persistence.program;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs a program of the system: an array of arguments, never a line for a shell, and an end after
 * which it is killed.
 */
public final class Program {
  /** What a program said on its error stream, and how it ended. */
  public record Ran(int code, String said) {}

  /** What is done with the output while it comes; what it throws ends the program. */
  @FunctionalInterface
  public interface Output {
    void read(InputStream stream) throws IOException;
  }

  /** It ended badly. */
  public static class Failed extends IOException {
    private static final long serialVersionUID = 1L;

    Failed(String message) {
      super(message);
    }
  }

  /** It did not end in its time. */
  public static final class TooSlow extends Failed {
    private static final long serialVersionUID = 1L;

    TooSlow(String program) {
      super(program + " did not end in its time");
    }
  }

  private static final int LONGEST_SAID = 1 << 16;
  private static final int TOLD = 300;

  private Program() {}

  /** Whether it is on the path, or executable if it is one. */
  public static boolean installed(String program) {
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
   * Runs it to its end, however it ends.
   *
   * @param folder in which it works, and what it says is kept for the while
   * @param limit after which it is killed
   * @param lines told each line of its output; what it throws ends the program
   * @throws TooSlow if it was killed
   */
  public static Ran run(List<String> command, Path folder, Duration limit, Consumer<String> lines)
      throws IOException {
    return end(command.get(0), command, folder, limit, each(lines));
  }

  /**
   * Runs it behind everything else, with the lowest priority.
   *
   * @throws Failed with the end of what it said, if it ended badly or was killed
   */
  public static void behind(
      List<String> command, Path folder, Duration limit, Consumer<String> lines)
      throws IOException {
    readBehind(command, folder, limit, each(lines));
  }

  /** The same, for an output that has no lines. */
  public static void readBehind(List<String> command, Path folder, Duration limit, Output output)
      throws IOException {
    var program = command.get(0);
    var ran = end(program, polite(command), folder, limit, output);
    if (ran.code() != 0) {
      var said = ran.said();
      throw new Failed(
          program
              + " ended with "
              + ran.code()
              + ": "
              + said.substring(Math.max(0, said.length() - TOLD)).strip());
    }
  }

  private static Output each(Consumer<String> lines) {
    return stream -> {
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.accept(line);
      }
    };
  }

  private static List<String> polite(List<String> command) {
    if (!installed("nice")) {
      return command;
    }
    var polite = new ArrayList<>(List.of("nice", "-n", "19"));
    polite.addAll(command);
    return polite;
  }

  private static Ran end(
      String program, List<String> command, Path folder, Duration limit, Output output)
      throws IOException {
    var said = Files.createTempFile(folder, "said", ".txt");
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
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
      try (var stream = process.getInputStream()) {
        output.read(stream);
        var code = process.waitFor();
        if (late.get()) {
          throw new TooSlow(program);
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
      var bytes = ByteBuffer.allocate(LONGEST_SAID);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // Until there is no more.
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
  }
}
