package firstline.persistence.outbox;

/**
 * Topics by which departments hand work over that cannot compile against each other. Each payload
 * is JSON as said here.
 */
public final class HandOver {
  /**
   * A price alert with signs of shortage, for the watch on rumours: {@code {area, text, seen}};
   * seen says where it was noticed.
   */
  public static final String SHORTAGE = "market.shortage";

  /**
   * A rumour was opened, for whoever minds what it is about: {@code {id, number, area, title,
   * text}}; text is what goes round, without who said it.
   */
  public static final String RUMOUR_OPENED = "rumour.opened";

  /**
   * A typical case became public, for loudspeakers and material: {@code {id, number, hash, area,
   * title, text}}.
   */
  public static final String TYPICAL_CASE = "market.typical-case";

  /**
   * It is public no more: the same with {@code reason}; so nothing is revived if this is heard
   * first.
   */
  public static final String TYPICAL_CASE_ENDED = "market.typical-case-ended";

  /**
   * A bulletin was issued, for loudspeakers and messages: {@code {id, number, hash, area, language,
   * title, message, spoken}}; message and spoken are empty if it has none.
   */
  public static final String BULLETIN = "console.bulletin";

  /**
   * A corrected issue took its place: the same, as it was issued, with {@code reason}; so nothing
   * is lost if this is heard first.
   */
  public static final String BULLETIN_CORRECTED = "console.bulletin-corrected";

  private HandOver() {}
}
