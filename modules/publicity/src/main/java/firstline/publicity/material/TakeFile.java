package firstline.publicity.material;

import static firstline.publicity.PublicityRights.DRAFT;

import firstline.persistence.database.Sql;
import firstline.persistence.file.FileLimits;
import firstline.persistence.file.KeepFile;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.publicity.inspect.Inspection;
import firstline.publicity.inspect.Intake;
import firstline.publicity.picture.Picture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes in a file that is to become a version, and finds those taken in before. */
@ApplicationScoped
public class TakeFile {
  /** The most that one file may weigh: 2 GB, a film of an hour. */
  public static final long BYTES = 2L << 30;

  private static final FileLimits LIMITS =
      new FileLimits(
          Stream.of(Picture.TYPES, FileLimits.DOCUMENTS, FileLimits.SOUNDS, FileLimits.FILMS)
              .flatMap(Set::stream)
              .collect(Collectors.toSet()),
          BYTES,
          Inspection.PIXELS);

  /**
   * A file as it comes in.
   *
   * @param content closed by the caller
   */
  public record Command(
      @NotNull InputStream content,
      @NotNull String name,
      @NotNull @Pattern(regexp = "[0-9]{12}") String area) {}

  /** A file that was looked at already. */
  public record Keep(
      Intake.@NotNull Prepared prepared,
      @NotNull String name,
      @NotNull @Pattern(regexp = "[0-9]{12}") String area) {}

  @Inject private KeepFile keepFile;
  @Inject private Intake intake;
  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected TakeFile() {}

  /** For tests without a server. */
  public TakeFile(KeepFile keepFile, Intake intake, Sql sql, Desk desk) {
    this.keepFile = keepFile;
    this.intake = intake;
    this.sql = sql;
    this.desk = desk;
  }

  @Allows(right = DRAFT)
  @Requirement({"R60.1", "R67.1"})
  public Content.Attachment take(@Valid Command command) {
    try {
      var spool = intake.spool(command.content(), BYTES);
      try (var prepared = intake.prepare(spool, command.name())) {
        return kept(prepared, command.name(), command.area(), keepFile::keep);
      } finally {
        Files.deleteIfExists(spool);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps its public copy as what goes out, and the file as it came beside it. */
  @Allows(right = DRAFT)
  @Requirement({"R67.1", "R67.2"})
  public Content.Attachment keep(@Valid Keep command) {
    try {
      return kept(command.prepared(), command.name(), command.area(), keepFile::keep);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same of somebody outside, for an area that asked them for it: the running use case knows
   * that it did.
   */
  @Allows(right = Rights.WITHIN)
  @Requirement({"R66.3", "R67.1", "R67.2"})
  public Content.Attachment receive(@Valid Keep command) {
    try {
      return kept(command.prepared(), command.name(), command.area(), keepFile::receive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How the kernel takes a content. */
  @FunctionalInterface
  private interface Keeping {
    KeepFile.Kept keep(KeepFile.Command command) throws IOException;
  }

  private Content.Attachment kept(
      Intake.Prepared prepared, String name, String area, Keeping keeping) throws IOException {
    Picture.ready();
    var file = kept(prepared.content(), name, area, keeping);
    if (prepared.stripped() != null) {
      sql.update(
          "insert into file_as_it_came (file_id, original_id) values (?, ?)",
          file.id(),
          kept(prepared.original(), name, area, keeping).id());
    }
    return new Content.Attachment(
        file.id(),
        file.sha256(),
        sql.one("select media_type from stored_file where id = ?", row -> row.text(1), file.id()));
  }

  private static KeepFile.Kept kept(Path content, String name, String area, Keeping keeping)
      throws IOException {
    try (var stream = Files.newInputStream(content)) {
      return keeping.keep(new KeepFile.Command(stream, name, area, LIMITS));
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
