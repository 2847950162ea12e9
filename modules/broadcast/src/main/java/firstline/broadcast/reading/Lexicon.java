package firstline.broadcast.reading;

import static firstline.broadcast.BroadcastRights.DRAFT;
import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Words that are read otherwise than the dictionary has them: a simple catalogue by area. */
@ApplicationScoped
public class Lexicon {
  /** A word as the page shows it. */
  public record Word(
      UUID id, String word, String reading, String areaName, String officerName, Instant keptAt) {}

  /**
   * A word and its reading.
   *
   * @param area 12-digit code; it holds there and below
   */
  public record Keep(@NotNull String area, @NotNull String word, @NotNull String reading) {}

  private static final String SYLLABLE = "[a-z]{1,6}[1-5]";
  private static final int MOST = 2_000;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  public Lexicon() {}

  /** For tests without a server. */
  public Lexicon(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** What holds where the officer works: word to reading. */
  @Allows(right = READ, reads = true)
  @Requirement("R38.10")
  public Map<String, String> mine() {
    return of(desk.officer().areaCode());
  }

  /** What holds in an area, for what the server has read aloud by itself. */
  @Allows(right = Rights.SYSTEM, reads = true)
  @Requirement("R38.10")
  public Map<String, String> in(String area) {
    return of(area);
  }

  private Map<String, String> of(String area) {
    var words = new HashMap<String, String>();
    sql.list(
        """
        select l.word, l.reading from lexicon l join area a on a.code = l.area_code
          join area mine on starts_with(mine.path, a.path)
        where mine.code = ? order by length(a.path)
        """,
        row -> words.put(row.text(1), row.text(2)),
        area);
    return words;
  }

  /** All in the officer's areas and above, by word. */
  @Allows(right = READ, reads = true)
  public List<Word> list() {
    return sql.list(
        """
        select l.id, l.word, l.reading, a.name, l.officer_name, l.kept_at
        from lexicon l join area a on a.code = l.area_code
        where a.path like any (?)
          or exists (select 1 from area mine where mine.code = ? and starts_with(mine.path, a.path))
        order by l.word, length(a.path) limit ?
        """,
        row ->
            new Word(row.id(1), row.text(2), row.text(3), row.text(4), row.text(5), row.instant(6)),
        desk.scope().patterns(),
        desk.officer().areaCode(),
        MOST);
  }

  /**
   * Keeps a word, or another reading of it.
   *
   * @throws Refusal {@code lexicon.word}, {@code lexicon.reading}
   */
  @Allows(right = DRAFT)
  @Requirement("R38.9")
  public String keep(@Valid Keep command) {
    var word = command.word().strip();
    var reading =
        command
            .reading()
            .strip()
            .toLowerCase(Locale.ROOT)
            .replace('ü', 'v')
            .replaceAll("\\s+", " ");
    if (!word.matches("\\p{IsHan}{1,12}")) {
      throw new Refusal("lexicon.word", word);
    }
    var syllables = reading.split(" ", -1);
    if (syllables.length != word.length()
        || !List.of(syllables).stream().allMatch(one -> one.matches(SYLLABLE))) {
      throw new Refusal("lexicon.reading", word, word.length());
    }
    var kept =
        sql.update(
            """
            insert into lexicon (id, area_code, word, reading, kept_at, officer_name)
            select ?, code, ?, ?, ?, ? from area where code = ? and path like any (?)
            on conflict (area_code, word) do update
              set reading = excluded.reading, kept_at = excluded.kept_at,
                officer_name = excluded.officer_name
            """,
            Ids.next(),
            word,
            reading,
            clock.instant(),
            desk.officer().name(),
            command.area(),
            desk.scope().patterns());
    if (kept == 0) {
      throw new NotFound();
    }
    return reading;
  }

  /** Takes a word out. */
  @Allows(right = DRAFT)
  public void remove(UUID id) {
    var removed =
        sql.update(
            """
            delete from lexicon where id = ?
              and area_code in (select code from area where path like any (?))
            """,
            id,
            desk.scope().patterns());
    if (removed == 0) {
      throw new NotFound();
    }
  }
}
