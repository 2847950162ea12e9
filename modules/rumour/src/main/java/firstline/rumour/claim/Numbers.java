package firstline.rumour.claim;

import firstline.persistence.numbering.Numbering;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;

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
  @Inject private Numbering numbering;

  public Given next() {
    return next(1).get(0);
  }

  /** So many, in order. */
  public List<Given> next(int count) {
    return numbering.next("claim", "", 6, count).stream()
        .map(number -> new Given(number, receipt()))
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
