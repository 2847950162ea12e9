package firstline.publicity.rendition;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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
 * Runs a program of the system with the lowest priority: an array of arguments, never a line for a
 * shell, and an end after which it is killed.
 */
final class Program {
  /** What is done with the output while it comes. */
  @FunctionalInterface
  interface Output {
    void read(InputStream stream) throws IOException;
  }

  /** It ended badly, or not in its time. */
  static final class Failed extends IOException {
    private static final long serialVersionUID = 1L;

    Failed(String message) {
      super(message);
    }
  }

  private Program() {}

  /** Whether it is on the path, or executable if it is one. */
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

  /** Runs it; told each line of its output. */
  static void run(List<String> command, Path folder, Duration limit, Consumer<String> lines)
      throws IOException {
    read(
        command,
        folder,
        limit,
        stream -> {
          var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
          for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.accept(line);
          }
        });
  }

  /**
   * Runs it to its end; its output is read while it comes.
   *
   * @param folder in which it works and what it says of its failure is kept
   * @throws Failed with the end of what it said
   */
  static void read(List<String> command, Path folder, Duration limit, Output output)
      throws IOException {
    var said = folder.resolve("said.txt");
    var process =
        new ProcessBuilder(polite(command))
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
        throw new Failed(command.get(0) + " did not end in its time");
      }
      if (code != 0) {
        throw new Failed(command.get(0) + " ended with " + code + ": " + end(said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      watch.cancel(false);
      process.destroyForcibly();
    }
  }

  private static List<String> polite(List<String> command) {
    if (!installed("nice")) {
      return command;
    }
    var polite = new ArrayList<>(List.of("nice", "-n", "19"));
    polite.addAll(command);
    return polite;
  }

  private static String end(Path said) throws IOException {
    var text = Files.readString(said, StandardCharsets.ISO_8859_1);
    return text.substring(Math.max(0, text.length() - 300)).strip();
  }
}
