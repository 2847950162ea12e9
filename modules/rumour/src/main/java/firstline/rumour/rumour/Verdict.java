package firstline.rumour.rumour;

/** What became of the claim. Words: {@code rumour.verdict.<name>}. */
public enum Verdict {
  FALSE(1),
  PARTLY_FALSE(2),
  OUT_OF_CONTEXT(2),
  OLD_NEWS(2),
  UNPROVEN(3),
  TRUE(5);

  private final int rating;

  Verdict(int rating) {
    this.rating = rating;
  }

  /** From 1, false, to 5, true: schema.org's Rating. */
  public int rating() {
    return rating;
  }
}
