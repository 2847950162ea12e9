package firstline.broadcast.spoken;

import firstline.broadcast.media.KeepMedia;
import firstline.broadcast.media.MakeSound;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Has the text of emergencies read aloud that are on the air and have no sound yet. */
@ApplicationScoped
public class SpeakEmergencies {
  static final Duration AGAIN = Duration.ofSeconds(20);
  private static final int TRIES = 5;

  /** No slot is longer. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private record Due(
      UUID id, String area, String language, String text, UUID officer, String officerName) {}

  @Inject private MakeSound makeSound;
  @Inject private KeepSpoken keepSpoken;
  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected SpeakEmergencies() {}

  /** For tests without a server. */
  SpeakEmergencies(MakeSound makeSound, KeepSpoken keepSpoken, Sql sql, Clock clock) {
    this.makeSound = makeSound;
    this.sql = sql;
    this.keepSpoken = keepSpoken;
    this.clock = clock;
  }

  /** Whether one is to be recorded, and the tools are there. */
  @Allows(right = Rights.SYSTEM, reads = true)
  public boolean isWaiting() {
    return due().isPresent();
  }

  /** The gravest that has no sound. */
  private Optional<Due> due() {
    var now = clock.instant();
    return sql
        .list(
            """
            select s.id, s.area_code, i.language, i.text, p.officer_id, o.name
            from schedule s join item i on i.id = s.item_id
              join schedule_step p on p.schedule_id = s.id and p.verb = 'ORDERED'
              left join officer o on o.id = p.officer_id
              left join spoken_emergency e on e.schedule_id = s.id
            where s.kind = 'EMERGENCY' and s.state = 'APPROVED' and s.approved_at > ?
              and s.approved_at + s.slot * interval '1 millisecond' > ?
              and p.officer_id is not null
              and not exists (select 1 from item_media m where m.item_id = s.item_id)
              and (e.schedule_id is null
                or (e.media_id is null and e.tries < ? and e.tried_at <= ?))
            order by s.level, s.approved_at limit 20
            """,
            row ->
                new Due(row.id(1), row.text(2), row.text(3), row.text(4), row.id(5), row.text(6)),
            now.minus(LONGEST),
            now,
            TRIES,
            now.minus(AGAIN))
        .stream()
        .filter(one -> makeSound.missingForSpeech(one.language()).isEmpty())
        .findFirst();
  }

  /** Records one; no transaction is open meanwhile. Whether there was one. */
  @Allows(right = Rights.SYSTEM, reads = true)
  @Requirement({"R55.1", "R55.3"})
  public boolean speak() {
    var due = due();
    if (due.isEmpty() || !keepSpoken.begin(due.get().id())) {
      return false;
    }
    var one = due.get();
    var sha256 =
        makeSound.fromOrdered(
            one.text(),
            one.language(),
            one.area(),
            new KeepMedia.Owner(one.officer(), one.officerName()));
    keepSpoken.keep(one.id(), one.area(), sha256);
    return true;
  }
}
