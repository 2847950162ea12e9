package firstline.persistence.file;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;

/**
 * Keeps a file that came with something: part of that something's use case, whose right, scope and
 * audit row hold. If that use case fails, the content stays on the disk without a row and nobody
 * can open it.
 */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class KeepFile {
  /**
   * A file as it comes in.
   *
   * @param content read to its end, or to the limit; closed by the caller
   * @param name what the client calls it; empty if it says nothing
   * @param area to which it belongs: who may open it
   */
  public record Command(
      @NotNull InputStream content,
      @NotNull String name,
      @NotNull @Pattern(regexp = "[0-9]{12}") String area,
      @NotNull FileLimits limits) {}

  /** Where it is found again. */
  public record Kept(UUID id, String sha256) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private FileStore store;

  @SuppressWarnings("NullAway.Init")
  protected KeepFile() {}

  /** For tests without a server. */
  public KeepFile(Sql sql, Desk desk, Clock clock, FileStore store) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
    this.store = store;
  }

  /**
   * Keeps an officer's file, if its area lies in the scope of the running use case.
   *
   * @throws NotFound if the area lies outside
   * @throws Refusal {@code file.empty}, {@code file.too-large}, {@code file.type}, {@code
   *     file.not-as-named}, {@code file.too-many-pixels}
   */
  @Requirement({"R16.1", "R16.2", "R16.3"})
  public Kept keep(@Valid Command command) throws IOException {
    requireInScope(command.area());
    return kept(command);
  }

  /** Keeps a file of the public. It belongs to an area, but nobody's scope brought it there. */
  public Kept receive(@Valid Command command) throws IOException {
    sql.one("select 1 from area where code = ?", row -> row.integer(1), command.area());
    return kept(command);
  }

  /** Lets everybody open the file by its hash, or nobody any more. */
  @Requirement("R16.4")
  public void open(UUID id, boolean open) {
    var changed =
        sql.update(
            "update stored_file set is_public = ? where id = ?"
                + " and area_code in (select code from area where path like any (?))",
            open,
            id,
            desk.scope().patterns());
    if (changed == 0) {
      throw new NotFound();
    }
  }

  private void requireInScope(String area) {
    sql.one(
        "select 1 from area where code = ? and path like any (?)",
        row -> row.integer(1),
        area,
        desk.scope().patterns());
  }

  private Kept kept(Command command) throws IOException {
    var name = FileName.clean(command.name());
    try (var draft = store.receive(command.content(), command.limits().bytes())) {
      var seen = Content.look(draft.path(), name, command.limits());
      store.keep(draft);
      var id = Ids.next();
      sql.update(
          """
          insert into stored_file (id, sha256, bytes, media_type, name, width, height, area_code,
            created_at, created_by)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          id,
          draft.sha256(),
          draft.bytes(),
          seen.mediaType(),
          name,
          seen.width(),
          seen.height(),
          command.area(),
          clock.instant(),
          desk.signedIn().map(OfficerOnDuty::id).orElse(null));
      return new Kept(id, draft.sha256());
    }
  }
}
