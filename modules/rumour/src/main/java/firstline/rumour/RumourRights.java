package firstline.rumour;

/** Keys of the department's rights. */
public final class RumourRights {
  /** Sees claims, rumours and rebuttals of the area. */
  public static final String READ = "rumour.read";

  /** Files claims, joins and declines them. */
  public static final String FILE = "rumour.file";

  /** Verifies rumours: triage, evidence, proposed verdict, hand-over. */
  public static final String VERIFY = "rumour.verify";

  /** Confirms verdicts and silence that others proposed. */
  public static final String CONFIRM = "rumour.confirm";

  /** Writes and corrects rebuttals. */
  public static final String DRAFT = "rumour.draft";

  /** Approves and returns rebuttals of others. */
  public static final String REVIEW = "rumour.review";

  /** Publishes what was approved, and withdraws. */
  public static final String PUBLISH = "rumour.publish";

  /** Imports rebuttals of an earlier system. */
  public static final String IMPORT = "rumour.import";

  /** Takes in, reviews and answers appeals against answers of others; sees the contact. */
  public static final String APPEAL = "rumour.appeal";

  private RumourRights() {}
}
