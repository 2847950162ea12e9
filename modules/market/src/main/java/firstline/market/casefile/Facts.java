package firstline.market.casefile;

import firstline.market.money.FineRange;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the gates ask about a case.
 *
 * @param officers qualified officers of the case
 * @param mine true if whoever acts is one of them
 * @param evidence pieces of evidence
 * @param simple true by the simple procedure
 * @param person true if the party is a natural person
 * @param grave of great public interest, or complex (程序规定 art. 50 (1), (3))
 * @param reviewed true if the review agreed after the last change
 * @param legally true if that was the review of legality
 * @param hearing true if the party asked for a hearing
 * @param told true if the party was told facts, grounds and rights on the spot
 * @param items how many of the six items of a decision are filled in
 * @param owed in fen, late fine included
 * @param payBy last day of payment, of an instalment that is not paid if there are some
 * @param performBy last day of the demand
 * @param heard true once the hearing is over
 * @param refund overcharged money still to be given back, in fen, while its days run
 * @param referred where it stands with the police
 * @param measures how many seizures and preservations are open
 * @param heavier true if it is grave within its article
 * @param lighter why a fine is below its range; null if there is no such ground
 */
public record Facts(
    int officers,
    boolean mine,
    int evidence,
    Matter matter,
    boolean admonished,
    boolean simple,
    boolean person,
    boolean grave,
    @Nullable Outcome outcome,
    Penalty penalty,
    boolean reviewed,
    boolean legally,
    boolean hearing,
    boolean told,
    int items,
    long owed,
    @Nullable LocalDate payBy,
    @Nullable LocalDate performBy,
    boolean heard,
    long refund,
    Referred referred,
    long measures,
    boolean heavier,
    @Nullable Lighter lighter,
    LocalDate today) {
  /** 听证办法 art. 5: 10,000 yuan of a person, 100,000 of an organisation. */
  private static final long HEARING_PERSON = 1_000_000;

  private static final long HEARING_ORGANISATION = 10_000_000;

  /** 程序规定 art. 66: 200 yuan of a person, 3,000 of an organisation. */
  private static final long SIMPLE_PERSON = 20_000;

  private static final long SIMPLE_ORGANISATION = 300_000;

  /** True if the party may ask for a hearing. */
  public boolean hearable() {
    var least = person ? HEARING_PERSON : HEARING_ORGANISATION;
    return penalty.fine() >= least || penalty.confiscated() >= least;
  }

  /** True if its legality is to be reviewed, and the heads are to discuss it. */
  public boolean weighty() {
    return grave || hearing || hearable();
  }

  /** The lawful range of its fine; empty of what the price regulations do not govern. */
  Optional<FineRange.Range> range() {
    var gains = penalty.confiscated() == 0 ? null : penalty.confiscated();
    var gravity = heavier ? FineRange.Gravity.HEAVIER : FineRange.Gravity.COMMON;
    return matter.rule().map(rule -> FineRange.of(rule, person, gains, gravity));
  }

  boolean fitsSimple() {
    return penalty.confiscated() == 0
        && penalty.fine() <= (person ? SIMPLE_PERSON : SIMPLE_ORGANISATION);
  }
}
