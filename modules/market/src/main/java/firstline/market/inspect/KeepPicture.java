package firstline.market.inspect;

import static firstline.market.MarketRights.INSPECT;
import static firstline.market.MarketRights.READ;

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
import org.jspecify.annotations.Nullable;

/** The bytes of a picture that a visit named. */
@ApplicationScoped
public class KeepPicture {
  /** 1,600 pixels square at little compression. */
  static final long BYTES = 2L << 20;

  private static final FileLimits LIMITS =
      new FileLimits(Set.of("image/jpeg"), BYTES, 1_600L * 1_600);

  private record Named(@Nullable String sha256, String area) {}

  /**
   * A picture as it comes in.
   *
   * @param content a JPEG; closed by the caller
   */
  public record Command(@NotNull UUID picture, @NotNull InputStream content) {}

  @Inject private KeepFile keepFile;
  @Inject private OpenFile openFile;
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepPicture() {}

  /** For tests without a server. */
  @SuppressWarnings("NullAway.Init")
  KeepPicture(KeepFile keepFile, Sql sql, Desk desk, Clock clock) {
    this.keepFile = keepFile;
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Keeps the bytes once. Brought again, the first ones stay.
   *
   * @throws NotFound if the officer told no visit with such a picture
   * @throws Refusal {@code inspection.picture-changed} if the hash is another than was told; {@code
   *     file.…}
   */
  @Allows(right = INSPECT)
  @Requirement({"R90.7", "R90.8"})
  public void keep(@Valid Command command) {
    var named =
        sql.one(
            """
            select p.sha256, i.area_code from inspection_picture p
              join inspection_visit v on v.id = p.visit_id
              join inspection i on i.id = v.inspection_id join area a on a.code = i.area_code
            where p.id = ? and v.officer_id = ? and a.path like any (?) for update of i
            """,
            row -> new Named(row.textOrNull(1), row.text(2)),
            command.picture(),
            desk.officer().id(),
            desk.scope().patterns());
    if (isKept(command.picture())) {
      return;
    }
    try {
      var kept =
          keepFile.keep(
              new KeepFile.Command(
                  command.content(), command.picture() + ".jpg", named.area(), LIMITS));
      if (named.sha256() != null && !named.sha256().equals(kept.sha256())) {
        throw new Refusal("inspection.picture-changed");
      }
      sql.update(
          """
          insert into inspection_picture_file (picture_id, file_id, sha256, at)
          values (?, ?, ?, ?)
          """,
          command.picture(),
          kept.id(),
          kept.sha256(),
          clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isKept(UUID picture) {
    return sql.first(
            "select 1 from inspection_picture_file where picture_id = ?",
            row -> row.integer(1),
            picture)
        .isPresent();
  }

  /**
   * A picture within the officer's scope.
   *
   * @throws NotFound if there is none, or it has not come
   */
  @Allows(right = READ, reads = true)
  @Requirement("R90.7")
  public OpenedFile open(UUID picture) {
    return openFile.openWithin(
        sql.one(
            "select file_id from inspection_picture_file where picture_id = ?",
            row -> row.id(1),
            picture));
  }
}
