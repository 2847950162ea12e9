package firstline.broadcast.programme;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plays that audiences are not to hear for want of minutes, as the database has them. */
final class OverBudget {
  private record Row(UUID audience, long no, Instant start) {}

  private final Sql sql;
  private final Instant now;
  private final List<Row> rows;
  private final Map<UUID, Set<Long>> settled = new HashMap<>();

  /** Reads what was settled of the audiences for plays that begin at or after {@code from}. */
  OverBudget(Sql sql, Collection<Planned.Place> places, Instant from, Instant now) {
    this.sql = sql;
    this.now = now;
    this.rows =
        sql.list(
            """
            select b.audience_id, b.play_no, o.start
            from play_over_budget b join occurrence o on o.no = b.play_no
            where b.audience_id = any (?::text[]::uuid[]) and o.start >= ?
            """,
            row -> new Row(row.id(1), row.number(2), row.instant(3)),
            Approved.texts(places.stream().map(Planned.Place::audience).toList()),
            from);
    rows.forEach(
        row ->
            settled.computeIfAbsent(row.audience(), id -> new java.util.HashSet<>()).add(row.no()));
  }

  Set<Long> of(UUID audience) {
    return settled.getOrDefault(audience, Set.of());
  }

  /** Writes down what differs, but for what has begun. */
  @Requirement("R32.11")
  void settle(Map<UUID, Set<Long>> over) {
    var fits = new ArrayList<@Nullable Object[]>();
    for (var row : rows) {
      var mine = over.get(row.audience());
      if (mine != null && row.start().isAfter(now) && !mine.contains(row.no())) {
        fits.add(new @Nullable Object[] {row.audience(), row.no()});
      }
    }
    var exceeds = new ArrayList<@Nullable Object[]>();
    over.forEach(
        (audience, numbers) ->
            numbers.stream()
                .filter(no -> !of(audience).contains(no))
                .forEach(no -> exceeds.add(new @Nullable Object[] {audience, no})));
    sql.batch("delete from play_over_budget where audience_id = ? and play_no = ?", fits);
    sql.batch(
        """
        insert into play_over_budget (audience_id, play_no) values (?, ?) on conflict do nothing
        """,
        exceeds);
  }
}
