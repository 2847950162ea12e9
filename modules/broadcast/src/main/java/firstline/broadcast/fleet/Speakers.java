package firstline.broadcast.fleet;

import firstline.broadcast.programme.ProgrammeChange;
import firstline.persistence.aggregate.Aggregates;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.job.Progress;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Speakers for writing, within the officer's scope; keeps where each belonged and when. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Speakers {
  private static final int CHUNK = 500;

  /** A CDI event, heard after the commit: something of the speaker changed. */
  public record Kept(String serial) {}

  @Inject private Aggregates aggregates;
  @Inject private ProgrammeChange change;
  @Inject private Event<Kept> kept;
  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected Speakers() {}

  /** For tests without a server: what needs no aggregate. */
  Speakers(Sql sql) {
    this.sql = sql;
  }

  public Speaker at(UUID id, long version) {
    return aggregates.at(Speaker.class, id, version);
  }

  /** The speaker, wherever it hangs: it comes with its own code or key. */
  Speaker anywhere(UUID id) {
    return aggregates.anywhere(Speaker.class, id);
  }

  /** Adds it. */
  public void add(Speaker speaker) {
    if (sql.first("select 1 from speaker where serial = ?", row -> 1, speaker.serial())
        .isPresent()) {
      throw new Refusal("speaker.known", speaker.serial());
    }
    aggregates.add(speaker);
    aggregates.flush();
  }

  /** Adds many whose serials are known to be new, some at a time. */
  void addAll(List<Speaker> many, Progress progress) {
    for (var from = 0; from < many.size(); from += CHUNK) {
      progress.at(from, many.size());
      many.subList(from, Math.min(many.size(), from + CHUNK)).forEach(aggregates::add);
      aggregates.letGo();
    }
  }

  /** Writes the change out; its stay ends or begins with it. */
  @Requirement("R31.4")
  public void keep(Speaker speaker, Instant now) {
    aggregates.flush();
    var stays = speaker.state() == SpeakerState.ENROLLED;
    sql.update(
        """
        update speaker_stay y set until = ? from speaker s
        where s.id = ? and y.speaker_no = s.no and y.until is null
          and (y.audience_id <> ? or not ?)
        """,
        now,
        speaker.id(),
        speaker.audienceId(),
        stays);
    if (stays) {
      sql.update(
          """
          insert into speaker_stay (speaker_no, audience_id, since)
          select s.no, ?, ? from speaker s where s.id = ?
            and not exists (select 1 from speaker_stay y where y.speaker_no = s.no
              and y.until is null)
          """,
          speaker.audienceId(),
          now,
          speaker.id());
    }
    // A new audience has no programme yet.
    change.note();
    kept.fire(new Kept(speaker.serial()));
  }

  /** The audience of the area and groups; a new one if there was none. */
  public Audience audience(String areaCode, List<UUID> groups) {
    aggregates.requireInScope(areaCode);
    return joined(areaCode, groups);
  }

  @Requirement("R31.5")
  Audience joined(String areaCode, List<UUID> groups) {
    var sorted =
        groups.stream().map(UUID::toString).sorted().distinct().collect(Collectors.joining(" "));
    sql.update(
        "insert into audience (id, area_code, groups) values (?, ?, ?) on conflict do nothing",
        Ids.next(),
        areaCode,
        sorted);
    return sql.one(
        "select id from audience where area_code = ? and groups = ?",
        row -> new Audience(row.id(1), areaCode, sorted),
        areaCode,
        sorted);
  }
}
