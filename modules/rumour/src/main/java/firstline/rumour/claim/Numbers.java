package firstline.rumour.claim;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Numbers of the year for claims, and receipts that nobody can guess. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Numbers {
  /** Without letters that are read as others (Crockford). */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int RECEIPT = 12;

  /** A claim's two names: for officers and for the person who reported it. */
  public record Given(String number, String receipt) {}

  private final SecureRandom random = new SecureRandom();
  @Inject private Sql sql;
  @Inject private Clock clock;

  public Given next() {
    return next(1).get(0);
  }

  /** So many, in order. */
  public List<Given> next(int count) {
    var year = LocalDate.ofInstant(clock.instant(), Clocks.ZONE).getYear();
    var last =
        sql.one(
            """
            insert into numbering (kind, year, last) values ('claim', ?, ?)
            on conflict (kind, year) do update set last = numbering.last + excluded.last
            returning last
            """,
            row -> row.number(1),
            year,
            (long) count);
    return LongStream.rangeClosed(last - count + 1, last)
        .mapToObj(
            number -> new Given(String.format(Locale.ROOT, "%d-%06d", year, number), receipt()))
        .toList();
  }

  private String receipt() {
    var letters = new StringBuilder(RECEIPT + 2);
    for (var i = 0; i < RECEIPT; i++) {
      if (i > 0 && i % 4 == 0) {
        letters.append('-');
      }
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }
}
