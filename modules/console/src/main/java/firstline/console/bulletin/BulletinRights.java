package firstline.console.bulletin;

/** Keys of the rights on bulletins. */
public final class BulletinRights {
  public static final String READ = "bulletin.read";
  public static final String WRITE = "bulletin.write";
  public static final String REVIEW = "bulletin.review";

  /** Signs, which issues it. */
  public static final String SIGN = "bulletin.sign";

  private BulletinRights() {}
}
