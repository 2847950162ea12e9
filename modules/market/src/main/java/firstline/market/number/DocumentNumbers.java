package firstline.market.number;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Numbers of documents such as 川市监罚〔2026〕0088号: a word of the authority and the kind, the year, and
 * a series of its own for each word and year. The row of the series is locked until the use case
 * ends: none is given twice, none is lost, and what is rolled back leaves no gap.
 */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class DocumentNumbers {
  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected DocumentNumbers() {}

  /** For tests without a server. */
  public DocumentNumbers(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * The next number of the series.
   *
   * @param word such as 川市监罚
   */
  @Requirement("R85.4")
  public String next(String word) {
    var year = LocalDate.ofInstant(clock.instant(), Clocks.ZONE).getYear();
    var place =
        sql.one(
            """
            insert into document_series (word, year, last) values (?, ?, 1)
            on conflict (word, year) do update set last = document_series.last + 1
            returning last
            """,
            row -> row.number(1),
            word,
            year);
    return word + '〔' + year + '〕' + String.format(Locale.ROOT, "%04d", place) + '号';
  }
}
