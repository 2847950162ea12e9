package firstline.publicity.ledger;

import static firstline.publicity.PublicityRights.READ;
import static firstline.publicity.PublicityRights.STOCK;

import firstline.persistence.database.Sql;
import firstline.persistence.file.FileLimits;
import firstline.persistence.file.KeepFile;
import firstline.persistence.file.OpenFile;
import firstline.persistence.file.OpenedFile;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.publicity.inspect.Intake;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** The picture of a movement. A phone makes it small and bare; nobody here relies on that. */
@ApplicationScoped
public class MovementPhotos {
  /** 1,600 pixels square at little compression. */
  static final long BYTES = 2L << 20;

  private static final FileLimits LIMITS =
      new FileLimits(Set.of("image/jpeg"), BYTES, 1_600L * 1_600);

  /**
   * A picture as it comes in.
   *
   * @param content a JPEG; closed by the caller
   */
  public record Command(@NotNull UUID movement, @NotNull InputStream content) {}

  @Inject private KeepFile keepFile;
  @Inject private OpenFile openFile;
  @Inject private Intake intake;
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected MovementPhotos() {}

  /** For tests without a server. */
  @SuppressWarnings("NullAway.Init")
  MovementPhotos(KeepFile keepFile, Intake intake, Sql sql, Desk desk, Clock clock) {
    this.keepFile = keepFile;
    this.intake = intake;
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Keeps the picture of a movement that the officer told. Told again, the first one stays.
   *
   * @throws NotFound if there is no such movement of theirs
   * @throws Refusal {@code file.empty}, {@code file.too-large}, {@code file.type}, {@code
   *     file.too-many-pixels}, and what {@link Intake#prepare} refuses
   */
  @Allows(right = STOCK)
  @Requirement("R61.11")
  public void keep(@Valid Command command) {
    // The movement's row is held: two that bring its picture at once come one after the other.
    var area =
        sql.one(
            """
            select m.area_code from movement m join area a on a.code = m.area_code
            where m.id = ? and m.officer_id = ? and a.path like any (?) for update of m
            """,
            row -> row.text(1),
            command.movement(),
            desk.officer().id(),
            desk.scope().patterns());
    if (sql.first(
            "select 1 from movement_photo where movement_id = ?",
            row -> row.integer(1),
            command.movement())
        .isPresent()) {
      return;
    }
    try {
      sql.update(
          "insert into movement_photo (movement_id, file_id, at) values (?, ?, ?)",
          command.movement(),
          stripped(command, area),
          clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The picture as it came is kept nowhere: it may tell where its officer lives. */
  private UUID stripped(Command command, String area) throws IOException {
    var name = command.movement() + ".jpg";
    var spool = intake.spool(command.content(), BYTES);
    try (var prepared = intake.prepare(spool, name);
        var content = Files.newInputStream(prepared.content())) {
      return keepFile.keep(new KeepFile.Command(content, name, area, LIMITS)).id();
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  /**
   * The picture of a movement within the officer's scope.
   *
   * @throws NotFound if there is none
   */
  @Allows(right = READ, reads = true)
  @Requirement("R61.11")
  public OpenedFile open(UUID movement) {
    return openFile.openWithin(
        sql.one(
            "select file_id from movement_photo where movement_id = ?",
            row -> row.id(1),
            movement));
  }
}
