package firstline.publicity.upload;

import static firstline.publicity.PublicityRights.DRAFT;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.text.PlainText;
import firstline.publicity.inspect.Intake;
import firstline.publicity.likeness.Likenesses;
import firstline.publicity.material.Content;
import firstline.publicity.material.TakeFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in a file that was transferred, or notes why it was not. */
@ApplicationScoped
public class TakeUpload {
  /**
   * Where a file comes from.
   *
   * @param transfer its id
   * @param folder in which the client has it; empty if it stands alone
   * @param name as the client calls it
   */
  public record Origin(@NotNull String transfer, @NotNull String folder, @NotNull String name) {
    public Origin {
      folder = PlainText.start(PlainText.line(folder), 1_000);
      var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
      var line = PlainText.start(PlainText.line(last), 300);
      name = line.isEmpty() ? "file" : line;
    }
  }

  /**
   * A file that was looked at.
   *
   * @param fingerprint of how it looks; null if it is no picture
   */
  public record Command(
      @NotNull @Valid Origin origin,
      @NotNull String area,
      Intake.@NotNull Prepared prepared,
      @Nullable Long fingerprint) {}

  /** A file that is not taken. */
  public record Refused(
      @NotNull @Valid Origin origin, @NotNull String area, @NotNull Refusal refusal) {}

  @Inject private TakeFile takeFile;
  @Inject private Likenesses likenesses;
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TakeUpload() {}

  /** For tests without a server. */
  TakeUpload(TakeFile takeFile, Likenesses likenesses, Sql sql, Desk desk, Clock clock) {
    this.takeFile = takeFile;
    this.likenesses = likenesses;
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** Its id; the same for the same transfer. */
  @Allows(right = DRAFT)
  @Requirement({"R67.7", "R67.8", "R68.3"})
  public UUID take(@Valid Command command) {
    var origin = command.origin();
    var owner = new Owner(desk.officer().id(), command.area(), null);
    var before = taken(origin, owner);
    if (before != null) {
      return before;
    }
    var attachment =
        takeFile.keep(new TakeFile.Keep(command.prepared(), origin.name(), command.area()));
    return noted(command, owner, attachment, desk.scope().patterns());
  }

  /**
   * The same of somebody outside, for the officer who gave them the link.
   *
   * @throws NotFound if the link does not live any more
   */
  @Allows(right = Rights.EVERYONE)
  @Requirement({"R66.3", "R67.8", "R68.3"})
  public UUID takeFromOutside(UUID link, @Valid Command command) {
    var origin = command.origin();
    var owner = owner(link);
    var before = taken(origin, owner);
    if (before != null) {
      return before;
    }
    var attachment =
        takeFile.receive(new TakeFile.Keep(command.prepared(), origin.name(), owner.area()));
    var path = sql.one("select path from area where code = ?", row -> row.text(1), owner.area());
    return noted(command, owner, attachment, new String[] {path + "%"});
  }

  /** Whose file it is; link is null if they brought it themselves. */
  private record Owner(UUID officer, String area, @Nullable UUID link) {}

  private Owner owner(UUID link) {
    return sql.one(
        """
        select officer_id, area_code from upload_link
        where id = ? and revoked_at is null and expires_at > ?
        """,
        row -> new Owner(row.id(1), row.text(2), link),
        link,
        clock.instant());
  }

  private UUID noted(Command command, Owner owner, Content.Attachment attachment, String[] paths) {
    if (command.fingerprint() != null) {
      likenesses.note(attachment.sha256(), command.fingerprint());
    }
    var asked = !likenesses.among(attachment.sha256(), paths).isEmpty();
    var id = Ids.next();
    var file =
        sql.one(
            "select name, bytes, coalesce(width, 0), coalesce(height, 0) from stored_file where id = ?",
            row -> new Stored(row.text(1), row.number(2), row.integer(3), row.integer(4)),
            attachment.file());
    sql.update(
        """
        insert into upload (id, transfer, officer_id, link_id, area_code, folder, name, state,
          file_id, sha256, media_type, bytes, kind, at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        command.origin().transfer(),
        owner.officer(),
        owner.link(),
        owner.area(),
        command.origin().folder(),
        file.name(),
        asked ? "ASKED" : "TAKEN",
        attachment.file(),
        attachment.sha256(),
        attachment.mediaType(),
        file.bytes(),
        Guess.of(file.name(), attachment.mediaType(), file.width(), file.height()).kind().name(),
        clock.instant());
    return id;
  }

  private record Stored(String name, long bytes, int width, int height) {}

  private @Nullable UUID taken(Origin origin, Owner owner) {
    return sql.first(
            """
            select id from upload where transfer = ? and officer_id = ?
              and link_id is not distinct from ?::uuid
            """,
            row -> row.id(1),
            origin.transfer(),
            owner.officer(),
            owner.link())
        .orElse(null);
  }

  /** Its id. */
  @Allows(right = DRAFT, ownRecord = true)
  @Requirement("R67.6")
  public UUID refuse(@Valid Refused command) {
    return refused(command, new Owner(desk.officer().id(), command.area(), null));
  }

  /** The same of somebody outside. */
  @Allows(right = Rights.EVERYONE, ownRecord = true)
  @Requirement({"R66.3", "R67.6"})
  public UUID refuseFromOutside(UUID link, @Valid Refused command) {
    return refused(command, owner(link));
  }

  private UUID refused(Refused command, Owner owner) {
    var origin = command.origin();
    var refusal = command.refusal();
    sql.update(
        """
        insert into upload (id, transfer, officer_id, link_id, area_code, folder, name, state,
          refusal, arguments, at)
        values (?, ?, ?, ?, ?, ?, ?, 'REFUSED', ?, ?, ?) on conflict (transfer) do nothing
        """,
        Ids.next(),
        origin.transfer(),
        owner.officer(),
        owner.link(),
        owner.area(),
        origin.folder(),
        origin.name(),
        refusal.code(),
        refusal.arguments().stream().map(String::valueOf).toArray(String[]::new),
        clock.instant());
    return Objects.requireNonNull(taken(origin, owner));
  }
}
