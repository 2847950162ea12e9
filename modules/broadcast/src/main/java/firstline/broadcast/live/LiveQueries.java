package firstline.broadcast.live;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.broadcast.media.MediaQueries;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Live pages as officers see them. */
@ApplicationScoped
public class LiveQueries {
  private static final int NEWEST = 20;

  /**
   * A live page.
   *
   * @param play number of its occurrence; 0 while its programme is being built
   * @param started speakers that have begun it, by their receipts
   * @param pieces that came, about one a second
   * @param recordings hashes of its sounds
   */
  public record Page(
      UUID id,
      UUID schedule,
      String number,
      String text,
      String officerName,
      Instant begun,
      Instant until,
      @Nullable Instant ended,
      String endedBy,
      boolean recorded,
      int pieces,
      long play,
      long planned,
      long started,
      List<MediaQueries.Line> recordings) {

    /** How long it lasted, such as {@code 1:05}; until now nobody has ended it, empty. */
    public String lasted() {
      if (ended == null) {
        return "";
      }
      var seconds = Duration.between(begun, ended).toSeconds();
      return String.format(java.util.Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
  }

  private static final String PAGES =
      """
      select l.id, l.schedule_id, s.number, i.text, l.officer_name, l.begun_at, l.until,
        l.ended_at, coalesce(l.ended_by, ''), l.recorded_at is not null, l.last,
        coalesce(o.no, 0),
        (select count(*) from planned_play p where p.play_no = o.no),
        (select count(distinct r.speaker_no) from receipt r
          where r.play_no = o.no and r.event = 'STARTED')
      from live_stream l join schedule s on s.id = l.schedule_id
        join item i on i.id = s.item_id join area a on a.code = l.area_code
        left join occurrence o on o.schedule_id = s.id
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private MediaQueries media;

  /** The newest in the officer's areas. */
  @Allows(right = READ, reads = true)
  public List<Page> newest() {
    return recorded(
        sql.list(
            PAGES
                + """
            where a.path like any (?)
            order by l.begun_at desc, l.id desc limit ?
            """,
            LiveQueries::page,
            desk.scope().patterns(),
            NEWEST));
  }

  /** The one with this stream. */
  @Allows(right = READ, reads = true)
  @Requirement("R48.1")
  public Optional<Page> one(UUID stream) {
    return sql.first(
        PAGES
            + """
        where l.id = ? and a.path like any (?)
        """,
        LiveQueries::page,
        stream,
        desk.scope().patterns());
  }

  /** The sounds that were made of what was said in the schedule. */
  @Allows(right = READ, reads = true)
  @Requirement("R48.5")
  public List<MediaQueries.Line> recordings(UUID schedule) {
    return media.of(
        sql.list(
            """
            select m.sha256 from live_recording r join live_stream l on l.id = r.stream_id
              join media m on m.id = r.media_id
            where l.schedule_id = ? order by r.position
            """,
            row -> row.text(1),
            schedule));
  }

  private List<Page> recorded(List<Page> pages) {
    record Recording(UUID stream, String hash) {}
    var recordings =
        sql.list(
            """
            select r.stream_id, m.sha256 from live_recording r join media m on m.id = r.media_id
            where r.stream_id = any (?::text[]::uuid[]) order by r.stream_id, r.position
            """,
            row -> new Recording(row.id(1), row.text(2)),
            (Object) pages.stream().map(page -> page.id().toString()).toArray(String[]::new));
    var lines = new HashMap<String, MediaQueries.Line>();
    media
        .of(recordings.stream().map(Recording::hash).distinct().toList())
        .forEach(line -> lines.put(line.sha256(), line));
    var mine = new HashMap<UUID, List<MediaQueries.Line>>();
    for (var one : recordings) {
      var line = lines.get(one.hash());
      if (line != null) {
        mine.computeIfAbsent(one.stream(), id -> new ArrayList<>()).add(line);
      }
    }
    return pages.stream().map(page -> with(page, mine.getOrDefault(page.id(), List.of()))).toList();
  }

  private static Page with(Page page, List<MediaQueries.Line> recordings) {
    return new Page(
        page.id(),
        page.schedule(),
        page.number(),
        page.text(),
        page.officerName(),
        page.begun(),
        page.until(),
        page.ended(),
        page.endedBy(),
        page.recorded(),
        page.pieces(),
        page.play(),
        page.planned(),
        page.started(),
        recordings);
  }

  private static Page page(Row row) throws SQLException {
    return new Page(
        row.id(1),
        row.id(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.instant(6),
        row.instant(7),
        row.instantOrNull(8),
        row.text(9),
        row.flag(10),
        row.integer(11),
        row.number(12),
        row.number(13),
        row.number(14),
        List.of());
  }
}
