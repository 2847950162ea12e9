package firstline.publicity.api;

/** Topics of the outbox. */
public final class PublicityEvents {
  /** A version of a material became public. */
  public static final String PUBLISHED = "publicity.published";

  /** A version of a material is recalled: nobody may use it any more. */
  public static final String RECALLED = "publicity.recalled";

  private PublicityEvents() {}
}
