package firstline.broadcast.faults;

import firstline.persistence.database.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The embedded PostgreSQL, shot as a power cut would and started again with its own options. */
final class PostgresProcess {
  private final Path data;
  private final List<String> command;

  PostgresProcess(Sql sql) throws IOException {
    String folder = sql.one("show data_directory", row -> row.text(1));
    data = Path.of(folder);
    command = new ArrayList<>();
    // As it was started: postmaster.opts holds the program and its quoted options.
    var options = Files.readString(data.resolve("postmaster.opts")).strip();
    for (var part : options.split(" (?=\")", -1)) {
      command.add(part.replace("\"", ""));
    }
    if (Files.getOwner(data).getName().equals("root")) {
      // It refuses to run as root; in a name space of its own it does not see that.
      command.addAll(0, List.of("unshare", "-U"));
    }
  }

  /** Kills the postmaster at once, its children with it, and starts it again. */
  void shoot() {
    try {
      var pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
      var postmaster = ProcessHandle.of(pid).orElseThrow();
      var children = postmaster.descendants().toList();
      postmaster.destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);
      postmaster.onExit().get(10, TimeUnit.SECONDS);
      for (var child : children) {
        child.onExit().get(10, TimeUnit.SECONDS);
      }
      Files.deleteIfExists(data.resolve("postmaster.pid"));
      new ProcessBuilder(command)
          .directory(data.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
