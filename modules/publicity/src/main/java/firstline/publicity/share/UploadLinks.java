package firstline.publicity.share;

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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes files from somebody outside, by an address that an officer gave them. */
@ApplicationScoped
public class UploadLinks {
  private static final int MOST_FILES = 10_000;
  private static final long MOST_MEGABYTES = 1 << 20;
  private static final int LONGEST_NOTE = 200;

  /**
   * A link to make.
   *
   * @param password empty for none
   * @param note for whom and what it is; who opens the link reads it
   * @param files the most, all together
   * @param megabytes of 2^20 bytes, the most, all together
   */
  public record Command(
      int days, @NotNull String password, @NotNull String note, int files, long megabytes) {
    public Command {
      note = PlainText.line(note);
    }

    @Override
    public String toString() {
      return "Command[" + days + " days, " + note + ']';
    }
  }

  /**
   * A link as its makers see it.
   *
   * @param files begun, of which those that arrived whole wait with the officer's own
   * @param bytes of those that were begun
   */
  public record Line(
      UUID id,
      String note,
      String officerName,
      boolean secured,
      Instant madeAt,
      Instant expiresAt,
      @Nullable Instant revokedAt,
      @Nullable Instant lastUsedAt,
      int files,
      int mostFiles,
      long bytes,
      long mostBytes,
      boolean over) {
    /** Rounded up to whole megabytes of 2^20 bytes. */
    public long megabytes() {
      return (bytes + (1 << 20) - 1) >> 20;
    }

    public long mostMegabytes() {
      return mostBytes >> 20;
    }
  }

  /** A living link as whoever has it is answered. */
  public record Living(
      UUID id,
      String area,
      String note,
      String departmentName,
      String departmentNameEn,
      String passwordHash,
      Instant expiresAt,
      int filesLeft,
      long bytesLeft) {
    /** Rounded down to whole megabytes of 2^20 bytes. */
    public long megabytesLeft() {
      return bytesLeft >> 20;
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private Pbkdf2PasswordHash hashes;

  @SuppressWarnings("NullAway.Init")
  protected UploadLinks() {}

  /** For tests without a server. */
  UploadLinks(Sql sql, Desk desk, Clock clock, Pbkdf2PasswordHash hashes) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
    this.hashes = hashes;
  }

  /**
   * Makes a link; its token, which nobody can read again.
   *
   * @throws Refusal {@code share.days}, {@code share.password}, {@code upload-link.note}, {@code
   *     upload-link.files}, {@code upload-link.megabytes}
   */
  @Allows(right = DRAFT)
  @Requirement("R66.3")
  public String make(@Valid Command command) {
    if (command.days() < 1 || command.days() > ShareLinks.MOST_DAYS) {
      throw new Refusal("share.days", ShareLinks.MOST_DAYS);
    }
    if (command.note().isEmpty() || command.note().length() > LONGEST_NOTE) {
      throw new Refusal("upload-link.note", LONGEST_NOTE);
    }
    if (command.files() < 1 || command.files() > MOST_FILES) {
      throw new Refusal("upload-link.files", MOST_FILES);
    }
    if (command.megabytes() < 1 || command.megabytes() > MOST_MEGABYTES) {
      throw new Refusal("upload-link.megabytes", MOST_MEGABYTES);
    }
    var password = ShareLinks.required(command.password());
    var token = Tokens.next();
    var now = clock.instant();
    var officer = desk.officer();
    sql.update(
        """
        insert into upload_link (id, officer_id, officer_name, area_code, note, token_hash,
          password_hash, made_at, expires_at, most_files, most_bytes)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        officer.id(),
        officer.name(),
        officer.areaCode(),
        command.note(),
        Tokens.hash(token),
        password.isEmpty() ? "" : hashes.generate(password.toCharArray()),
        now,
        now.plus(Duration.ofDays(command.days())),
        command.files(),
        command.megabytes() << 20);
    return token;
  }

  /** Ends a link of the officer's own, or of their areas. */
  @Allows(right = DRAFT)
  @Requirement("R66.3")
  public void revoke(UUID id) {
    var changed =
        sql.update(
            """
            update upload_link set revoked_at = ? where id = ? and revoked_at is null
              and (officer_id = ? or area_code in (
                select code from area where path like any (?)))
            """,
            clock.instant(),
            id,
            desk.officer().id(),
            desk.scope().patterns());
    if (changed == 0) {
      throw new NotFound();
    }
  }

  /** The officer's own links and those of their areas, the newest first. */
  @Allows(right = DRAFT, reads = true)
  public List<Line> list() {
    return sql.list(
        """
        select l.id, l.note, l.officer_name, l.password_hash <> '', l.made_at, l.expires_at,
          l.revoked_at, l.last_used_at, l.files, l.most_files, l.bytes, l.most_bytes,
          l.revoked_at is not null or l.expires_at <= ?
        from upload_link l join area a on a.code = l.area_code
        where l.officer_id = ? or a.path like any (?)
        order by l.made_at desc, l.id desc limit 100
        """,
        row ->
            new Line(
                row.id(1),
                row.text(2),
                row.text(3),
                row.flag(4),
                row.instant(5),
                row.instant(6),
                row.instantOrNull(7),
                row.instantOrNull(8),
                row.integer(9),
                row.integer(10),
                row.number(11),
                row.number(12),
                row.flag(13)),
        clock.instant(),
        desk.officer().id(),
        desk.scope().patterns());
  }

  /** The link of a token, if it lives. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R66.3")
  public Optional<Living> living(String token) {
    return sql.first(
        """
        select l.id, l.area_code, l.note, d.name, coalesce(nullif(d.name_en, ''), d.name),
          l.password_hash, l.expires_at,
          l.most_files - l.files, l.most_bytes - l.bytes
        from upload_link l join officer o on o.id = l.officer_id
          join department d on d.id = o.department_id
        where l.token_hash = ? and l.revoked_at is null and l.expires_at > ?
        """,
        row ->
            new Living(
                row.id(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.instant(7),
                row.integer(8),
                row.number(9)),
        Tokens.hash(token),
        clock.instant());
  }

  /**
   * Counts a file that is begun; false if the link does not hold it any more. Two that begin at
   * once are counted one after the other.
   */
  @Allows(right = Rights.EVERYONE, ownRecord = true)
  @Requirement("R66.3")
  public boolean begun(UUID id, long bytes) {
    return sql.update(
            """
            update upload_link set files = files + 1, bytes = bytes + ?, last_used_at = ?
            where id = ? and revoked_at is null and expires_at > ? and files < most_files
              and bytes + ? <= most_bytes
            """,
            bytes,
            clock.instant(),
            id,
            clock.instant(),
            bytes)
        == 1;
  }
}
