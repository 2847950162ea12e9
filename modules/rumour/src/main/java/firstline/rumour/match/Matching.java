package firstline.rumour.match;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/**
 * Has this been answered already? Two legs look among the published rebuttals, one for the words of
 * the question and one for its meaning; what they find is ranked together and, where it is near
 * enough, weighed piece by piece.
 */
@ApplicationScoped
public class Matching {
  /** How sure the answer is. */
  public enum Tier {
    /** Somebody has answered this. */
    ANSWERED,
    /** Somebody has answered something like it. */
    POSSIBLE,
    /** Nobody has answered this yet. */
    NONE
  }

  /**
   * A published rebuttal near the text.
   *
   * @param score from 0 to 1
   * @param shared pieces of the text that the rebuttal shares, the weightiest first: the reason
   */
  public record Match(
      UUID id, String number, String title, String verdict, double score, List<String> shared) {}

  /** The best matches, best first, and what they are worth together. */
  public record Answer(Tier tier, List<Match> matches) {}

  /**
   * A rumour near the text that nobody has answered yet.
   *
   * @param score from 0 to 1
   * @param sure true if the text is a report of it beyond doubt
   * @param shared pieces of the text that the rumour shares, the weightiest first
   */
  public record OpenMatch(
      UUID rumour, String number, String title, double score, boolean sure, List<String> shared) {}

  private static final int LONGEST = 20_000;

  @Inject private MatchIndex index;
  @Inject private OpenIndex open;

  @SuppressWarnings("NullAway.Init")
  protected Matching() {}

  Matching(MatchIndex index, OpenIndex open) {
    this.index = index;
    this.open = open;
  }

  /** The published rebuttals nearest to the text, at most {@code limit}. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R4.2")
  public Answer match(String text, int limit) {
    try {
      var legs = new TwoLegs(index);
      var question = legs.question(start(text));
      if (question.isEmpty()) {
        return new Answer(Tier.NONE, List.of());
      }
      var weighed = legs.weigh(question, limit);
      var tier = weighed.isEmpty() ? Tier.NONE : weighed.get(0).likeness().tier(question.size());
      var matches =
          weighed.stream()
              .filter(one -> tier != Tier.NONE && one.likeness().score() >= Likeness.POSSIBLE)
              .limit(limit)
              .map(one -> one.match(question))
              .toList();
      return new Answer(tier, matches);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The rumours under way nearest to the text, at most {@code limit}, anywhere in the city: whoever
   * asks shows an officer only those of the officer's areas.
   */
  @Allows(right = Rights.WITHIN, reads = true)
  @Requirement("R7.9")
  public List<OpenMatch> open(String text, int limit) {
    try {
      var question = new TwoLegs(index).question(start(text));
      return question.isEmpty() ? List.of() : new OneLeg(open).weigh(question, limit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String start(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
