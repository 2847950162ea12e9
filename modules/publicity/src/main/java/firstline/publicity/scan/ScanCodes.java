package firstline.publicity.scan;

import static firstline.publicity.PublicityRights.PRINT;
import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the codes of a batch, counts their scans and tells how many there were. */
@ApplicationScoped
public class ScanCodes {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Without what looks alike on paper. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int LENGTH = 10;

  /** A code and how often it was scanned. */
  public record Code(String code, String areaName, long scans) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ScanCodes() {}

  /** For tests without a server. */
  ScanCodes(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** Makes those that are not there yet: for the batch's area and each right below it. */
  @Allows(right = PRINT)
  @Requirement("R63.1")
  public void make(UUID batch) {
    var areas =
        sql.list(
            """
            select a.code from print_run b join area home on home.code = b.area_code
              join area a on a.code = home.code or a.parent = home.code
            where b.id = ? and home.path like any (?) order by a.path
            """,
            row -> row.text(1),
            batch,
            desk.scope().patterns());
    if (areas.isEmpty()) {
      throw new NotFound();
    }
    var lines = new ArrayList<@Nullable Object[]>();
    for (var area : areas) {
      lines.add(new Object[] {fresh(), batch, area, clock.instant()});
    }
    sql.batch(
        """
        insert into scan_code (code, batch_id, area_code, made_at) values (?, ?, ?, ?)
        on conflict (batch_id, area_code) do nothing
        """,
        lines);
  }

  private static String fresh() {
    return RANDOM
        .ints(LENGTH, 0, LETTERS.length())
        .mapToObj(place -> LETTERS.substring(place, place + 1))
        .collect(Collectors.joining());
  }

  /** The codes of a batch with their scans, in the order of the tree. */
  @Allows(right = READ, reads = true)
  public List<Code> of(UUID batch) {
    return sql.list(
        """
        select c.code, a.name,
          (select coalesce(sum(d.count), 0) from scan_day d where d.code = c.code)
        from scan_code c join area a on a.code = c.area_code
        where c.batch_id = ? and a.path like any (?) order by a.path
        """,
        row -> new Code(row.text(1), row.text(2), row.number(3)),
        batch,
        desk.scope().patterns());
  }

  /**
   * Counts one scan, and tells the number of the material on which the code stands.
   *
   * @throws NotFound if there is no such code
   */
  @Allows(right = Rights.EVERYONE, ownRecord = true)
  @Requirement("R63.2")
  public String count(String code) {
    var number =
        sql.one(
            """
            select m.number from scan_code c join print_run b on b.id = c.batch_id
              join material_version v on v.id = b.version_id
              join material m on m.id = v.material_id
            where c.code = ?
            """,
            row -> row.text(1),
            code);
    sql.update(
        """
        insert into scan_day (code, day, count) values (?, ?, 1)
        on conflict (code, day) do update set count = scan_day.count + 1
        """,
        code,
        LocalDate.ofInstant(clock.instant(), Clocks.ZONE));
    return number;
  }
}
