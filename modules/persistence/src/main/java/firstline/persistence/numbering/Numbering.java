package firstline.persistence.numbering;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Counts each kind of record by the year of China's calendar. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Numbering {
  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Numbering() {}

  /** For tests without a server. */
  public Numbering(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * The kind's next numbers of this year, in order. Whoever asks at the same time waits until this
   * use case has ended.
   *
   * @param prefix such as {@code R-}, or empty
   * @param digits at least so many behind the year
   */
  public List<String> next(String kind, String prefix, int digits, int count) {
    var year = LocalDate.ofInstant(clock.instant(), Clocks.ZONE).getYear();
    var last =
        sql.one(
            """
            insert into numbering (kind, year, last) values (?, ?, ?)
            on conflict (kind, year) do update set last = numbering.last + excluded.last
            returning last
            """,
            row -> row.number(1),
            kind,
            year,
            (long) count);
    return LongStream.rangeClosed(last - count + 1, last)
        .mapToObj(
            place -> prefix + year + '-' + String.format(Locale.ROOT, "%0" + digits + "d", place))
        .toList();
  }
}
