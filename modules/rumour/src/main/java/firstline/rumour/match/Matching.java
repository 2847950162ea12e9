package firstline.rumour.match;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Has this been answered already? Compares a text with every published rebuttal by pairs of
 * neighbouring characters, weighted by how rare they are. A first, honest measure: the department's
 * engine takes its place behind this same class.
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
   * @param shared pieces of the text that the rebuttal shares, longest first: the reason
   */
  public record Match(
      UUID id, String number, String title, String verdict, double score, List<String> shared) {}

  /** The best matches, best first, and what they are worth together. */
  public record Answer(Tier tier, List<Match> matches) {}

  static final double ANSWERED = 0.62;
  static final double POSSIBLE = 0.30;

  /** A text with fewer pairs says too little to be sure. */
  static final int SHORT = 6;

  private static final int LONGEST = 20_000;

  @Inject private Sql sql;
  private volatile PublishedIndex index = PublishedIndex.EMPTY;

  /** The published rebuttals nearest to the text, at most {@code limit}. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R4.2")
  public Answer match(String text, int limit) {
    var asked = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return fresh().answer(asked, limit);
  }

  /** The index as of the newest change: nodes notice each other's changes by one statement. */
  private PublishedIndex fresh() {
    var state =
        sql.one(
            "select count(*) || ' ' || coalesce(max(public_at)::text, '') || ' '"
                + " || coalesce(max(changed_at)::text, '')"
                + " from rebuttal where public_ordinal is not null",
            row -> row.text(1));
    var known = index;
    if (!known.state().equals(state)) {
      known = PublishedIndex.of(state, published());
      index = known;
    }
    return known;
  }

  private List<PublishedIndex.Entry> published() {
    return sql.list(
        """
        select r.id, r.number, v.fact, v.verdict, v.claim, r.wordings
        from rebuttal r join rebuttal_version v
          on v.rebuttal_id = r.id and v.ordinal = r.public_ordinal
        where r.public_ordinal is not null and r.withdrawn_at is null
        """,
        row ->
            PublishedIndex.Entry.of(
                row.id(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)));
  }
}
