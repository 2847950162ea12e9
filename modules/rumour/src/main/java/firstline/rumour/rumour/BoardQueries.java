package firstline.rumour.rumour;

import static firstline.rumour.RumourRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pipeline: what is on its way to an answer, and where it lies. */
@ApplicationScoped
public class BoardQueries {
  private static final int CARDS = 8;

  /** A stage of the way. Words: {@code rumour.stage.<name>}. */
  public enum Stage {
    OPEN,
    VERIFYING,
    VERDICT,
    WRITING,
    REBUTTING,
    AGAIN
  }

  /** A rumour on the board. */
  public record Card(
      UUID id,
      String number,
      String title,
      String state,
      int priority,
      @Nullable String ownerName,
      @Nullable Instant dueAt,
      boolean isLate,
      long claims) {}

  /**
   * A stage with how many lie there, how many of them are late, since when the oldest has not
   * moved, and the first few by deadline.
   */
  public record Lane(
      Stage stage, long count, long late, @Nullable Instant oldest, List<Card> cards) {}

  private record Row(Stage stage, long count, long late, Instant oldest, Card card) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected BoardQueries() {}

  BoardQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** Every stage, an empty one too. One statement. */
  @Allows(right = READ, reads = true)
  @Requirement({"R9.11", "R6.1"})
  public List<Lane> lanes() {
    var rows =
        sql.list(
            """
            select stage, number_there, late_there, oldest, id, number, title, state, priority,
              owner_name, due_at, late, (select count(*) from claim c where c.rumour_id = placed.id)
            from (
              select staged.*, count(*) over (partition by stage) as number_there,
                count(*) filter (where late) over (partition by stage) as late_there,
                min(changed_at) over (partition by stage) as oldest,
                row_number() over (partition by stage order by due_at nulls last, id) as place
              from (
                select m.id, m.number, m.title, m.state, m.harm * m.spread * m.urgency as priority,
                  m.owner_name, m.due_at, m.changed_at,
                  rumour_is_late(m) as late,
                  case when m.state in ('OPEN', 'HANDED_OVER') then 'OPEN'
                    when m.state in ('VERIFYING', 'WAITING_INFO') then 'VERIFYING'
                    when m.state = 'VERDICT_PROPOSED' then 'VERDICT'
                    when m.state in ('VERDICT_CONFIRMED', 'ESCALATED') then 'WRITING'
                    when m.state = 'REBUTTING' then 'REBUTTING'
                    else 'AGAIN' end as stage
                from rumour m
                where m.state not in ('REBUTTED', 'ARCHIVED', 'MERGED', 'CLOSED_SILENT')
                  and m.area_code in (select code from area where path like any (?))) staged) placed
            where place <= ? order by stage, place
            """,
            row ->
                new Row(
                    Stage.valueOf(row.text(1)),
                    row.number(2),
                    row.number(3),
                    row.instant(4),
                    new Card(
                        row.id(5),
                        row.text(6),
                        row.text(7),
                        row.text(8),
                        row.integer(9),
                        row.textOrNull(10),
                        row.instantOrNull(11),
                        row.flag(12),
                        row.number(13))),
            desk.scope().patterns(),
            CARDS);
    return Arrays.stream(Stage.values()).map(stage -> lane(stage, rows)).toList();
  }

  private static Lane lane(Stage stage, List<Row> rows) {
    var there = rows.stream().filter(row -> row.stage() == stage).toList();
    return there.isEmpty()
        ? new Lane(stage, 0, 0, null, List.of())
        : new Lane(
            stage,
            there.get(0).count(),
            there.get(0).late(),
            there.get(0).oldest(),
            there.stream().map(Row::card).toList());
  }
}
