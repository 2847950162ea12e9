package firstline.rumour.rumour;

import static firstline.rumour.RumourRights.VERIFY;

import firstline.persistence.file.FileLimits;
import firstline.persistence.file.KeepFile;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts evidence on record. */
@ApplicationScoped
public class AddEvidence {
  private static final FileLimits LIMITS =
      FileLimits.of(
          Stream.of(FileLimits.PICTURES, FileLimits.DOCUMENTS, FileLimits.SOUNDS, FileLimits.FILMS)
              .flatMap(Set::stream)
              .collect(Collectors.toSet()),
          100L << 20);

  public record Command(
      @NotNull UUID id,
      long version,
      Evidence.@NotNull Content content,
      @Nullable Attachment attachment) {}

  /** A file as it comes in; closed by the caller. */
  public record Attachment(InputStream content, String name) {}

  @Inject private Rumours rumours;
  @Inject private KeepFile keepFile;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = VERIFY)
  @Requirement({"R9.6", "R6.1"})
  public void add(@Valid Command command) {
    var rumour = rumours.at(command.id(), command.version());
    rumour.add(
        command.content(),
        kept(command.attachment(), rumour.areaCode()),
        Actor.of(desk),
        clock.instant());
    rumours.keep(rumour);
  }

  private KeepFile.@Nullable Kept kept(@Nullable Attachment came, String area) {
    if (came == null) {
      return null;
    }
    try {
      return keepFile.keep(new KeepFile.Command(came.content(), came.name(), area, LIMITS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
