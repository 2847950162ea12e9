package firstline.console.admin.health;

import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the machine tells of the server's health. */
@ApplicationScoped
public class Machine {
  private static final long ENOUGH = 2L << 30;
  private static final List<String> TOOLS = List.of("ffmpeg", "espeak-ng");

  /**
   * The disk under the data folder, in bytes.
   *
   * @param enough false below 2 GiB
   */
  public record Disk(String folder, long free, long total, boolean enough) {}

  /** A program outside; without it a feature is off. Words: {@code health.tool.<name>}. */
  public record Tool(String name, boolean present) {}

  /** Where the server's own time goes. */
  public record Runtime(String java, Duration uptime) {}

  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  public Disk disk() throws IOException {
    var home = Settings.current().home();
    var store = Files.getFileStore(home);
    return new Disk(
        home.toString(),
        store.getUsableSpace(),
        store.getTotalSpace(),
        store.getUsableSpace() >= ENOUGH);
  }

  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  public List<Tool> tools() {
    var folders = Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator);
    return TOOLS.stream()
        .map(
            name ->
                new Tool(
                    name,
                    Arrays.stream(folders)
                        .filter(folder -> !folder.isEmpty())
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)))))
        .toList();
  }

  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  public Runtime runtime() {
    return new Runtime(
        System.getProperty("java.vendor") + " " + java.lang.Runtime.version(),
        Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()));
  }

  /** When the file of anchors was last written to; null before the first. */
  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  public @Nullable Instant anchored() throws IOException {
    var file = Settings.current().home().resolve("anchors").resolve("audit.log");
    return Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : null;
  }
}
