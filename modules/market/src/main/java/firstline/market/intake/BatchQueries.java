package firstline.market.intake;

import static firstline.market.MarketRights.INTAKE;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The lists that an officer brought, and the lines of them that were not taken. */
@ApplicationScoped
public class BatchQueries {
  /** Refused lines on the page; the file has all. */
  static final int SHOWN = 100;

  private static final int LAST = 20;

  /**
   * A list.
   *
   * @param waiting true while it can still be taken
   * @param ended true once every line is taken or refused
   */
  public record Batch(
      UUID id,
      String channel,
      String fileName,
      Instant madeAt,
      boolean waiting,
      boolean ended,
      int lines,
      int taken,
      int known,
      int refused) {}

  /** A line that was not taken, with what its sentence is made of. */
  public record Refused(int line, String source, String field, String code, List<String> details) {}

  private static final String BATCH =
      """
      select b.id, b.channel, b.file_name, b.made_at, b.sealed is not null,
        b.sealed is null and b.lines > 0, b.lines, b.taken, b.known,
        (select count(*) from intake_refused r where r.batch_id = b.id)
      from intake_batch b
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected BatchQueries() {}

  /** For tests without a server. */
  BatchQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** The officer's own last lists. */
  @Allows(right = INTAKE, reads = true)
  public List<Batch> mine() {
    return sql.list(
        BATCH + " where b.officer_id = ? order by b.made_at desc, b.id desc limit ?",
        BatchQueries::batch,
        desk.officer().id(),
        LAST);
  }

  /**
   * One of the officer's own.
   *
   * @throws NotFound if it is none
   */
  @Allows(right = INTAKE, reads = true)
  public Batch one(UUID id) {
    return sql.one(
        BATCH + " where b.id = ? and b.officer_id = ?",
        BatchQueries::batch,
        id,
        desk.officer().id());
  }

  /** Its first refused lines, in the order of the file; {@code most} 0 for all. */
  @Allows(right = INTAKE, reads = true)
  @Requirement("R91.2")
  public List<Refused> refused(UUID id, int most) {
    return sql.list(
        """
        select r.line, r.source, r.field, r.code, r.detail from intake_refused r
          join intake_batch b on b.id = r.batch_id
        where b.id = ? and b.officer_id = ? order by r.line limit nullif(?, 0)
        """,
        row ->
            new Refused(
                row.integer(1),
                row.text(2),
                row.text(3),
                row.text(4),
                Arrays.asList(row.text(5).split("\n", -1))),
        id,
        desk.officer().id(),
        most);
  }

  private static Batch batch(Row row) throws SQLException {
    return new Batch(
        row.id(1),
        row.text(2),
        row.text(3),
        row.instant(4),
        row.flag(5),
        row.flag(6),
        row.integer(7),
        row.integer(8),
        row.integer(9),
        row.integer(10));
  }
}
