package firstline.broadcast.script;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.broadcast.verse.TextKind;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Scripts that were handed over, with what is read from them. */
@ApplicationScoped
public class ScriptQueries {
  static final int SIZE = 50;

  /**
   * A script.
   *
   * @param schedules that read it, withdrawn ones too
   * @param heard times that a speaker has finished it, by receipts
   */
  public record Line(
      UUID id,
      String source,
      int ordinal,
      String text,
      TextKind textKind,
      int seconds,
      String language,
      String areaName,
      Instant receivedAt,
      @Nullable Instant recalledAt,
      String recalledWhy,
      long schedules,
      long heard) {
    /** Where everybody reads what it comes from; typical cases stand among the notices. */
    public String href() {
      return switch (source.charAt(0)) {
        case 'M' -> "/materials/" + source;
        case 'Z' -> "/bulletins/" + source;
        default -> REBUTTAL.matcher(source).matches() ? "/rumours/" + source : "/notices";
      };
    }
  }

  private static final Pattern REBUTTAL = Pattern.compile("[0-9]{4}-[0-9]{4,9}");

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected ScriptQueries() {}

  /** For tests without a server. */
  ScriptQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /**
   * A page of the list, the newest first.
   *
   * @param textKind name of the only kind that is asked for, or empty
   */
  @Allows(right = READ, reads = true)
  @Requirement("R54.2")
  public Page<Line> list(String textKind, Cursor cursor) {
    var select =
        Select.from(
                """
                select c.id, c.source, c.ordinal, c.text, c.seconds, c.language, a.name,
                  c.received_at, c.recalled_at, c.recalled_why,
                  (select count(*) from schedule s where s.script_id = c.id),
                  (select count(*) from schedule s join occurrence o on o.schedule_id = s.id
                    join play_end e on e.start = o.start and e.play_no = o.no
                    where s.script_id = c.id and e.event = 'FINISHED'),
                  c.text_kind
                from script c join area a on a.code = c.area_code
                """)
            .where("a.path like any (?)", (Object) desk.scope().patterns())
            .whereSet("c.text_kind = ?", textKind);
    select.newestFirst("c.received_at", "c.id", cursor, SIZE);
    return Page.of(
        sql.list(
            select,
            row ->
                new Line(
                    row.id(1),
                    row.text(2),
                    row.integer(3),
                    row.text(4),
                    TextKind.valueOf(row.text(13)),
                    row.integer(5),
                    row.text(6),
                    row.text(7),
                    row.instant(8),
                    row.instantOrNull(9),
                    row.text(10),
                    row.number(11),
                    row.number(12))),
        SIZE,
        cursor,
        line -> Cursor.of(line.receivedAt(), line.id()));
  }
}
