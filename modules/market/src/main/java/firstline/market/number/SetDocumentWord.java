package firstline.market.number;

import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.READ;

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
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Sets how an authority calls itself in the numbers of its documents. */
@ApplicationScoped
public class SetDocumentWord {
  private static final Pattern WORD = Pattern.compile("\\p{IsHan}{2,12}");

  /**
   * A word.
   *
   * @param area 12 digits: for it and all below it
   * @param word such as 川市监; empty to go back to that of the area above
   */
  public record Command(@NotNull String area, @NotNull String word) {}

  /** A word that is set. */
  public record Line(String areaName, String word, String officerName, Instant at) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected SetDocumentWord() {}

  /** For tests without a server. */
  public SetDocumentWord(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Sets it; numbers that were given stay as they are, and each word and year counts from 1.
   *
   * @throws Refusal {@code number.word} if it is not of two to twelve Chinese characters, {@code
   *     number.area} outside the officer's areas
   */
  @Allows(right = HEAD)
  @Requirement("R92.20")
  public void set(@Valid Command command) {
    var word = PlainText.line(command.word());
    if (!word.isEmpty() && !WORD.matcher(word).matches()) {
      throw new Refusal("number.word", word);
    }
    var path =
        sql.first("select path from area where code = ?", row -> row.text(1), command.area());
    if (path.filter(desk.scope()::covers).isEmpty()) {
      throw new Refusal("number.area");
    }
    if (word.isEmpty()) {
      sql.update("delete from document_word where area_code = ?", command.area());
      return;
    }
    sql.update(
        """
        insert into document_word (area_code, word, set_name, set_at) values (?, ?, ?, ?)
        on conflict (area_code) do update set word = excluded.word, set_name = excluded.set_name,
          set_at = excluded.set_at
        """,
        command.area(),
        word,
        desk.officer().name(),
        clock.instant());
  }

  /** Those that are set in the officer's areas. */
  @Allows(right = READ, reads = true)
  public List<Line> words() {
    return sql.list(
        """
        select a.name, w.word, w.set_name, w.set_at
        from document_word w join area a on a.code = w.area_code
        where a.path like any (?) order by a.path limit 500
        """,
        row -> new Line(row.text(1), row.text(2), row.text(3), row.instant(4)),
        (Object) desk.scope().patterns());
  }
}
