package firstline.broadcast.media;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.file.FileStore;
import firstline.persistence.file.OpenedFile;
import firstline.persistence.file.StoredFile;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Sounds that are kept. */
@ApplicationScoped
public class MediaQueries {
  static final int SIZE = 50;

  /**
   * A sound as officers see it.
   *
   * @param length milliseconds
   * @param loudness LUFS
   * @param peak dBTP
   * @param schedules that play it, withdrawn ones too
   */
  public record Line(
      UUID id,
      String sha256,
      String made,
      String name,
      String text,
      String voice,
      String codec,
      long bytes,
      long length,
      double loudness,
      double peak,
      String areaName,
      String officerName,
      Instant madeAt,
      long schedules) {

    /** True if it is a reading of another text than this. */
    public boolean otherThan(String said) {
      return made.equals("SPEECH") && !plain(text).equals(plain(said));
    }

    private static String plain(String text) {
      return text.replaceAll("\\s+", " ").strip();
    }

    /** Such as {@code 1:05}. */
    public String clock() {
      var seconds = (length + 500) / 1_000;
      return String.format(java.util.Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private FileStore store;

  @SuppressWarnings("NullAway.Init")
  protected MediaQueries() {}

  /** For tests without a server. */
  public MediaQueries(Sql sql, Desk desk, FileStore store) {
    this.sql = sql;
    this.desk = desk;
    this.store = store;
  }

  /** A page of the list, the newest first. */
  @Allows(right = READ, reads = true)
  public Page<Line> list(Cursor cursor) {
    var select =
        Select.from(
                """
                select m.id, m.sha256, m.made, m.name, m.source_text, m.voice, m.codec, m.bytes,
                  m.length, m.loudness, m.peak, a.name, m.officer_name, m.made_at,
                  (select count(*) from item_media i join schedule s on s.item_id = i.item_id
                    where i.media_id = m.id)
                  + (select count(*) from spoken_emergency e where e.media_id = m.id)
                from media m join area a on a.code = m.area_code
                """)
            .where("a.path like any (?)", (Object) desk.scope().patterns());
    select.newestFirst("m.made_at", "m.id", cursor, SIZE);
    return Page.of(
        sql.list(select, MediaQueries::line),
        SIZE,
        cursor,
        line -> Cursor.of(line.madeAt(), line.id()));
  }

  /** Those with the hashes, in their order; what the officer may not see is left out. */
  @Allows(right = READ, reads = true)
  public List<Line> of(List<String> hashes) {
    var found = new HashMap<String, Line>();
    sql.list(
        """
        select m.id, m.sha256, m.made, m.name, m.source_text, m.voice, m.codec, m.bytes,
          m.length, m.loudness, m.peak, a.name, m.officer_name, m.made_at, 0
        from media m join area a on a.code = m.area_code
        where m.sha256 = any (?) and a.path like any (?)
        """,
        row -> found.put(row.text(2), line(row)),
        hashes.toArray(String[]::new),
        desk.scope().patterns());
    var lines = new ArrayList<Line>();
    for (var hash : hashes) {
      var line = found.get(hash);
      if (line != null) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** What the voice of the house made of an emergency's text; empty until then. */
  @Allows(right = READ, reads = true)
  @Requirement("R55.2")
  public List<Line> spoken(UUID schedule) {
    return of(
        sql.list(
            """
            select m.sha256 from spoken_emergency e join media m on m.id = e.media_id
            where e.schedule_id = ?
            """,
            row -> row.text(1),
            schedule));
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.number(8),
        row.number(9),
        row.real(10),
        row.real(11),
        row.text(12),
        row.text(13),
        row.instant(14),
        row.number(15));
  }

  /** What a schedule that is written now would play. */
  @Allows(right = READ, reads = true)
  public List<Sound> sounds(List<String> hashes) {
    return of(hashes).stream()
        .map(line -> new Sound(line.sha256(), line.bytes(), Duration.ofMillis(line.length())))
        .toList();
  }

  /**
   * For an officer's ears, in one of its two forms.
   *
   * @throws NotFound if it lies outside the officer's areas
   */
  @Allows(right = READ, reads = true)
  public OpenedFile listen(String sha256, boolean opus) {
    return sql.first(
            """
            select f.id, f.sha256, f.bytes, case when ? then 'audio/ogg' else f.media_type end,
              f.name, f.area_code
            from media m join area a on a.code = m.area_code
              join stored_file f on f.id = case when ? then m.opus_file_id else m.file_id end
            where m.sha256 = ? and a.path like any (?) limit 1
            """,
            this::opened,
            opus,
            opus,
            sha256,
            desk.scope().patterns())
        .orElseThrow(NotFound::new);
  }

  /**
   * For a speaker, a cache, anybody: what something plays that is approved and not withdrawn.
   *
   * @throws NotFound otherwise
   */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement({"R38.5", "R55.2"})
  public OpenedFile approved(String sha256) {
    return sql.first(
            """
            select f.id, f.sha256, f.bytes, f.media_type, f.name, f.area_code
            from media m join stored_file f on f.id = m.file_id
            where m.sha256 = ? and exists (
              select 1 from item_media i join schedule s on s.item_id = i.item_id
              where i.media_id = m.id and s.state = 'APPROVED'
              union all
              select 1 from spoken_emergency e join schedule s on s.id = e.schedule_id
              where e.media_id = m.id and s.state = 'APPROVED')
            limit 1
            """,
            this::opened,
            sha256)
        .orElseThrow(NotFound::new);
  }

  private OpenedFile opened(Row row) throws SQLException {
    var file =
        new StoredFile(
            row.id(1),
            row.text(2),
            row.number(3),
            row.text(4),
            row.text(5),
            null,
            null,
            row.text(6),
            true);
    return new OpenedFile(file, store.path(file.sha256()));
  }
}
