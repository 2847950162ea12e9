package firstline.publicity;

/** Keys of the department's rights. */
public final class PublicityRights {
  /** Sees material, stock and figures of the area. */
  public static final String READ = "publicity.read";

  /** Takes in files, writes material and its data. */
  public static final String DRAFT = "publicity.draft";

  /** Approves and returns what others wrote. */
  public static final String REVIEW = "publicity.review";

  /** Lets approved material out, and archives it. */
  public static final String PUBLISH = "publicity.publish";

  /** Recalls material from wherever it went. */
  public static final String RECALL = "publicity.recall";

  /** Orders print runs, and decides on orders above a quota. */
  public static final String PRINT = "publicity.print";

  /** Receives, moves, hands out and counts copies; orders them. */
  public static final String STOCK = "publicity.stock";

  private PublicityRights() {}
}
