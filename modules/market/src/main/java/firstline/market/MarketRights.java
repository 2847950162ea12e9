package firstline.market;

/** Keys of the department's rights. */
public final class MarketRights {
  /** Sees complaints, leads, inspections, cases and terms of the area; never a sealed identity. */
  public static final String READ = "market.read";

  /** Takes in complaints and leads, accepts, rejects and routes them. */
  public static final String INTAKE = "market.intake";

  /** Mediates complaints and verifies leads. */
  public static final String HANDLE = "market.handle";

  /** Decides as head of the authority: on filing, extensions, suspensions and decisions. */
  public static final String HEAD = "market.head";

  /** Opens the sealed identity behind a tip-off, for a reason. */
  public static final String IDENTITY = "market.identity";

  /** Inspects on the spot. */
  public static final String INSPECT = "market.inspect";

  /** Investigates cases. */
  public static final String CASE = "market.case";

  /** Reviews cases for their legality. */
  public static final String LEGAL = "market.legal";

  /** Takes referred cases for the police, or sends them back. */
  public static final String POLICE = "market.police";

  /** Sees prices, indicators and alerts. */
  public static final String PRICE_READ = "market.price.read";

  /** Enters quotes. */
  public static final String PRICE_ENTER = "market.price.enter";

  /** Signs quotes off, handles alerts. */
  public static final String PRICE_CHECK = "market.price.check";

  /** Leads campaigns. */
  public static final String CAMPAIGN = "market.campaign";

  /** Publishes decisions and price notices, and takes them off. */
  public static final String PUBLISH = "market.publish";

  private MarketRights() {}
}
