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
  /** Of an authority that has set no word of its own. */
  static final String USUAL = "川市监";

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
   * The next number of a kind of document of the authority that the area has.
   *
   * @param kind such as 罚; it follows the word of the authority, such as 川市监
   */
  @Requirement({"R85.4", "R92.20"})
  public String next(String area, String kind) {
    return next(word(area) + kind);
  }

  private String word(String area) {
    return sql.first(
            """
            select w.word from document_word w join area up on up.code = w.area_code
              join area a on a.code = ? and starts_with(a.path, up.path)
            order by length(up.path) desc limit 1
            """,
            row -> row.text(1),
            area)
        .orElse(USUAL);
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
