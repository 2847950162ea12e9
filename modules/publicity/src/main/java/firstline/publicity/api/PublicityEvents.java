package firstline.publicity.api;

/** Topics of the outbox. */
public final class PublicityEvents {
  /** A version of a material became public. */
  public static final String PUBLISHED = "publicity.published";

  /** A version of a material is recalled: nobody may use it any more. */
  public static final String RECALLED = "publicity.recalled";

  /**
   * Another department has stopped what used a recalled version, such as a schedule: {@code
   * version} (id), {@code area}, {@code holder} and {@code subject} as people call them.
   */
  public static final String TAKEN_OFF = "publicity.taken-off";

  private PublicityEvents() {}
}
