package firstline.console.bulletin;

import static firstline.console.bulletin.BulletinRights.WRITE;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a bulletin, new or again. */
@ApplicationScoped
public class WriteBulletin {
  static final int TITLE = 120;
  static final int BODY = 20_000;

  /** As much as a script takes. */
  static final int SPOKEN = 4_000;

  /** Ten parts of a long message: what carriers put together. */
  static final int MESSAGE = 670;

  private static final int DAYS = 400;

  /**
   * A bulletin as it is written.
   *
   * @param id null if it is new
   * @param version of the one that is written again; 0 if it is new
   * @param area 12 digits
   * @param corrects the issued one that it corrects; null if none
   */
  public record Command(
      @Nullable UUID id,
      long version,
      @NotNull String area,
      boolean english,
      @NotNull BulletinText text,
      @NotNull LocalDate since,
      @NotNull LocalDate until,
      @Nullable UUID corrects) {}

  @Inject private Sql sql;
  @Inject private Bulletins bulletins;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected WriteBulletin() {}

  /** For tests without a server. */
  WriteBulletin(Sql sql, Bulletins bulletins, Desk desk, Clock clock) {
    this.sql = sql;
    this.bulletins = bulletins;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Its id.
   *
   * @throws Refusal {@code bulletin.title}, {@code .body}, {@code .message}, {@code .spoken} with
   *     the most characters; {@code bulletin.title-figure}; {@code bulletin.days}; {@code
   *     bulletin.brace}, {@code .tag}, {@code .key}, {@code .where}; {@code bulletin.corrected} if
   *     the one that it corrects is not issued or has been corrected already
   */
  @Allows(right = WRITE)
  @Requirement({"R100.1", "R100.5"})
  public UUID write(@Valid Command command) {
    var typed = command.text();
    var text =
        new BulletinText(
            checked(PlainText.line(typed.title()), 1, TITLE, "bulletin.title"),
            checked(PlainText.lines(typed.body()), 1, BODY, "bulletin.body"),
            checked(PlainText.line(typed.message()), 0, MESSAGE, "bulletin.message"),
            checked(PlainText.lines(typed.spoken()), 0, SPOKEN, "bulletin.spoken"));
    if (!Template.read(text.title()).figures().isEmpty()) {
      throw new Refusal("bulletin.title-figure");
    }
    if (command.since().isAfter(command.until())
        || command.since().plusDays(DAYS).isBefore(command.until())) {
      throw new Refusal("bulletin.days", DAYS);
    }
    bulletins.counted(text, command.area(), command.since(), command.until());
    return command.id() == null ? begin(command, text) : again(command, command.id(), text);
  }

  private UUID begin(Command command, BulletinText text) {
    if (command.corrects() != null) {
      requireCorrectable(command.corrects());
    }
    var officer = desk.officer();
    var id = Ids.next();
    var written =
        sql.update(
            """
            insert into bulletin (id, version, area_code, department_name, state, language, title,
              body, message, spoken, since, until, corrects, writers, writer_names, written_at)
            select ?, 1, a.code, ?, 'DRAFT', ?, ?, ?, ?, ?, ?, ?, ?, array[?], ?, ?
            from area a where a.code = ? and a.path like any (?)
            """,
            id,
            officer.departmentName(),
            command.english() ? "en" : "zh",
            text.title(),
            text.body(),
            text.message(),
            text.spoken(),
            command.since(),
            command.until(),
            command.corrects(),
            officer.id(),
            officer.name(),
            clock.instant(),
            command.area(),
            desk.scope().patterns());
    if (written == 0) {
      throw new Refusal("bulletin.where", command.area());
    }
    return id;
  }

  private UUID again(Command command, UUID id, BulletinText text) {
    var held = bulletins.at(id, command.version());
    held.require(BulletinState.DRAFT);
    var officer = desk.officer();
    sql.update(
        """
        update bulletin set version = version + 1, title = ?, body = ?, message = ?, spoken = ?,
          since = ?, until = ?, written_at = ?, returned_why = '',
          writers = case when ? = any (writers) then writers else writers || ? end,
          writer_names = case when ? = any (writers) then writer_names
            else writer_names || '、' || ? end
        where id = ?
        """,
        text.title(),
        text.body(),
        text.message(),
        text.spoken(),
        command.since(),
        command.until(),
        clock.instant(),
        officer.id(),
        officer.id(),
        officer.id(),
        officer.name(),
        id);
    return id;
  }

  private void requireCorrectable(UUID id) {
    var correctable =
        sql.first(
            """
            select 1 from bulletin b join area a on a.code = b.area_code
            where b.id = ? and b.state = 'ISSUED' and a.path like any (?)
              and not exists (select 1 from bulletin c where c.corrects = b.id)
            """,
            row -> row.integer(1),
            id,
            desk.scope().patterns());
    if (correctable.isEmpty()) {
      throw new Refusal("bulletin.corrected");
    }
  }

  private static String checked(String text, int least, int most, String code) {
    if (text.length() < least || text.length() > most) {
      throw new Refusal(code, most);
    }
    return text;
  }
}
