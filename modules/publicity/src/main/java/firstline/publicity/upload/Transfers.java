package firstline.publicity.upload;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.Settings;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import firstline.publicity.material.TakeFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.exception.TusException;
import org.jspecify.annotations.Nullable;

/**
 * Transfers by the tus protocol, version 1.0.0: POST creates one, PATCH adds a chunk at an offset,
 * HEAD tells the offset. Whatever of a chunk arrived before a cut is on the disk and is not sent
 * again. What is not finished in two days is deleted.
 */
@ApplicationScoped
public class Transfers {
  /** Where officers address them. */
  static final String ADDRESS = "/console/publicity/transfers";

  /** Where they are addressed: by officers, and by who has a link. */
  private static final String DOORS = "/(?:console/publicity|u/[A-Za-z0-9_-]{32})/transfers";

  /** RFC 4918, 11.3. */
  private static final int LOCKED = 423;

  private static final Duration KEPT = Duration.ofDays(2);

  /**
   * What arrived whole.
   *
   * @param content where it lies
   */
  public record Whole(String id, String name, String folder, Path content) {}

  /** A request whose type is as it was sent: the server adds the charset of the pages to it. */
  private static final class Bare extends HttpServletRequestWrapper {
    Bare(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
      var value = super.getHeader(name);
      return value != null && name.equalsIgnoreCase("Content-Type")
          ? value.replaceFirst(";.*", "")
          : value;
    }
  }

  private final @Nullable Path given;
  private @Nullable TusFileUploadService service;

  public Transfers() {
    this.given = null;
  }

  /** For tests: in a folder of its own. */
  Transfers(Path folder) {
    this.given = folder;
  }

  void start(@Observes ClockworkStarted event) {
    event
        .executor()
        .scheduleWithFixedDelay(
            Duty.of("transfers that were given up", this::sweep), 1, 60, TimeUnit.MINUTES);
  }

  private void sweep() {
    try {
      service().cleanup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Answers a request of the protocol; others than its owner find no transfer.
   *
   * @param owner an officer, or a link
   */
  @Requirement("R67.5")
  public void answer(HttpServletRequest request, HttpServletResponse response, UUID owner)
      throws IOException {
    service().process(new Bare(request), response, owner.toString());
    // Without a word where another request still holds the transfer: the end of one that was cut.
    if (!response.isCommitted() && !response.containsHeader("Tus-Resumable")) {
      response.sendError(LOCKED);
    }
  }

  /** The transfer, if all of it is here. */
  public Optional<Whole> whole(String id, UUID owner) throws IOException {
    try {
      var info = service().getUploadInfo(ADDRESS + "/" + id, owner.toString());
      if (info == null || info.isUploadInProgress()) {
        return Optional.empty();
      }
      var metadata = info.getMetadata();
      return Optional.of(
          new Whole(
              id,
              metadata.getOrDefault("filename", ""),
              metadata.getOrDefault("folder", ""),
              folder().resolve("uploads").resolve(info.getId().toString()).resolve("data")));
    } catch (TusException e) {
      return Optional.empty();
    }
  }

  /** It is taken in or refused. */
  public void end(String id, UUID owner) throws IOException {
    try {
      service().deleteUpload(ADDRESS + "/" + id, owner.toString());
    } catch (TusException e) {
      throw new IOException(e);
    }
  }

  private synchronized TusFileUploadService service() throws IOException {
    if (service == null) {
      // The library sweeps these before the first transfer has made them.
      Files.createDirectories(folder().resolve("uploads"));
      Files.createDirectories(folder().resolve("locks"));
      service =
          new TusFileUploadService()
              .withStoragePath(folder().toString())
              .withUploadUri(DOORS)
              .withMaxUploadSize(TakeFile.BYTES)
              .withUploadExpirationPeriod(KEPT.toMillis());
    }
    return service;
  }

  private Path folder() {
    return given == null ? Settings.current().home().resolve("transfers") : given;
  }
}
