package firstline.broadcast.schedule;

import firstline.broadcast.media.Sound;
import firstline.persistence.aggregate.Aggregates;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a schedule refers to: its script, its sounds, its places. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
class Contents {
  @Inject private Aggregates aggregates;
  @Inject private Desk desk;
  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected Contents() {}

  /** For tests without a server. */
  Contents(Aggregates aggregates, Desk desk, Sql sql) {
    this.aggregates = aggregates;
    this.desk = desk;
    this.sql = sql;
  }

  /** What is read of a script is what was reviewed as one, word for word, and not recalled. */
  void requireScript(Plan plan) {
    if (plan.script() != null) {
      var text =
          sql.first(
                  "select text from script where id = ? and recalled_at is null",
                  row -> row.text(1),
                  plan.script())
              .orElseThrow(() -> new Refusal("schedule.recalled"));
      if (!text.strip().equals(plan.bare().replace("\r\n", "\n").strip())) {
        throw new Refusal("schedule.script-text");
      }
    }
  }

  /** The ids of its sounds, which are there as the plan says and which the officer may use. */
  List<UUID> media(Plan plan) {
    return plan.media().stream().map(this::medium).toList();
  }

  private UUID medium(Sound sound) {
    return sql.first(
            """
            select m.id from media m join area a on a.code = m.area_code
            where m.sha256 = ? and m.bytes = ? and m.length = ? and a.path like any (?) limit 1
            """,
            row -> row.id(1),
            sound.sha256(),
            sound.bytes(),
            sound.length().toMillis(),
            desk.scope().patterns())
        .orElseThrow(() -> new Refusal("schedule.media", sound.sha256()));
  }

  void play(UUID item, List<UUID> media) {
    sql.batch(
        "insert into item_media (item_id, position, media_id) values (?, ?, ?)",
        IntStream.range(0, media.size())
            .mapToObj(i -> new @Nullable Object[] {item, i + 1, media.get(i)})
            .toList());
  }

  /** Places must lie in the officer's areas: nobody broadcasts to a neighbour. */
  void targets(UUID id, Plan plan) {
    for (var target : plan.targets()) {
      if (target.kind() == Target.Kind.AREA) {
        var mine =
            sql.first(
                "select 1 from area where code = ? and path like any (?)",
                row -> row.integer(1),
                target.target(),
                desk.scope().patterns());
        if (mine.isEmpty()) {
          throw new Refusal("schedule.area", target.target());
        }
      } else {
        var area =
            sql.first(
                    "select area_code from speaker_group where id = ?::uuid",
                    row -> row.text(1),
                    target.target())
                .orElseThrow(() -> new Refusal("schedule.group", target.target()));
        aggregates.requireInScope(area);
      }
    }
    sql.batch(
        "insert into schedule_target (schedule_id, included, kind, target) values (?, ?, ?, ?)",
        plan.targets().stream()
            .map(
                target ->
                    new Object[] {id, target.included(), target.kind().name(), target.target()})
            .toList());
  }
}
