package firstline.persistence.talk;

/** A module names the records that can be talked about, by the rule by which its pages open. */
@FunctionalInterface
public interface DiscussionContribution {
  /** Its kinds, as the palette names them, each with its statement and its rule. */
  DiscussedKinds discussed();
}
