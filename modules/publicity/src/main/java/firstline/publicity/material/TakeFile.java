package firstline.publicity.material;

import static firstline.publicity.PublicityRights.DRAFT;

import firstline.persistence.database.Sql;
import firstline.persistence.file.FileLimits;
import firstline.persistence.file.KeepFile;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes in a file that is to become a version, and finds those taken in before. */
@ApplicationScoped
public class TakeFile {
  /** The most that one file may weigh: 2 GB, a film of an hour. */
  static final long BYTES = 2L << 30;

  private static final FileLimits LIMITS =
      FileLimits.of(
          Stream.of(FileLimits.PICTURES, FileLimits.DOCUMENTS, FileLimits.SOUNDS, FileLimits.FILMS)
              .flatMap(Set::stream)
              .collect(Collectors.toSet()),
          BYTES);

  /**
   * A file as it comes in.
   *
   * @param content closed by the caller
   */
  public record Command(
      @NotNull InputStream content,
      @NotNull String name,
      @NotNull @Pattern(regexp = "[0-9]{12}") String area) {}

  @Inject private KeepFile keepFile;
  @Inject private Sql sql;
  @Inject private Desk desk;

  @Allows(right = DRAFT)
  @Requirement("R60.1")
  public Content.Attachment take(@Valid Command command) {
    try {
      return attachment(
          keepFile
              .keep(new KeepFile.Command(command.content(), command.name(), command.area(), LIMITS))
              .id());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that was taken in before, within the officer's scope. */
  @Allows(right = DRAFT, reads = true)
  public Content.Attachment taken(UUID file) {
    return attachment(file);
  }

  private Content.Attachment attachment(UUID file) {
    return sql.one(
        """
        select f.id, f.sha256, f.media_type from stored_file f join area a on a.code = f.area_code
        where f.id = ? and a.path like any (?)
        """,
        row -> new Content.Attachment(row.id(1), row.text(2), row.text(3)),
        file,
        desk.scope().patterns());
  }
}
