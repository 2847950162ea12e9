package firstline.publicity.rendition;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.file.FileLimits;
import firstline.persistence.file.KeepFile;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.publicity.likeness.Likenesses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Keeps what was made of a file; its job is done with it. */
@ApplicationScoped
public class KeepRenditions {
  /** What was made of the content with this hash, by the worker that claimed it. */
  record Command(@NotNull String source, @NotNull UUID worker, @NotNull Made made) {}

  private static final FileLimits LIMITS =
      FileLimits.of(Set.of("image/jpeg", "image/png", "video/mp4", "text/plain"), 2L << 30);

  @Inject private KeepFile keepFile;
  @Inject private Likenesses likenesses;
  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepRenditions() {}

  /** For tests without a server. */
  KeepRenditions(KeepFile keepFile, Likenesses likenesses, Sql sql, Clock clock) {
    this.keepFile = keepFile;
    this.likenesses = likenesses;
    this.sql = sql;
    this.clock = clock;
  }

  /** False, and nothing is kept, if the worker was taken for dead meanwhile. */
  @Allows(right = Rights.SYSTEM, ownRecord = true)
  @Requirement("R69.1")
  boolean keep(@Valid Command command) {
    var made = command.made();
    var facts = made.facts();
    var mine =
        sql.update(
            """
            update rendition_job set state = 'DONE', done_at = ?, done = total, reason = '',
              claimed_by = null, width = nullif(?, 0), height = nullif(?, 0), orientation = ?,
              colour = nullif(?, ''), pages = nullif(?, 0), seconds = nullif(?, 0)
            where sha256 = ? and state = 'RUNNING' and claimed_by = ?
            """,
            clock.instant(),
            facts.width(),
            facts.height(),
            facts.orientation(),
            facts.colour(),
            facts.pages(),
            facts.seconds(),
            command.source(),
            command.worker());
    if (mine == 0) {
      return false;
    }
    var area =
        sql.one(
            "select area_code from stored_file where sha256 = ? order by id limit 1",
            row -> row.text(1),
            command.source());
    for (var one : made.files()) {
      var kept = kept(one.file(), command.source(), area);
      sql.update(
          """
          insert into rendition (id, source, role, ordinal, file_id, sha256)
          values (?, ?, ?, ?, ?, ?) on conflict (source, role, ordinal) do update
          set file_id = excluded.file_id, sha256 = excluded.sha256
          """,
          Ids.next(),
          command.source(),
          one.role().name(),
          one.ordinal(),
          kept.id(),
          kept.sha256());
    }
    if (made.fingerprint() != null) {
      likenesses.note(command.source(), made.fingerprint());
    }
    return true;
  }

  private KeepFile.Kept kept(Path file, String source, String area) {
    var name =
        source.substring(0, 8) + "-" + file.getFileName().toString().toLowerCase(Locale.ROOT);
    try (var content = Files.newInputStream(file)) {
      return keepFile.receive(new KeepFile.Command(content, name, area, LIMITS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
