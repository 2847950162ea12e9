package firstline.publicity.material;

/**
 * What a material cites.
 *
 * @param reference number of the rebuttal, or name and number of the policy; empty if free
 * @param hash SHA-256 of what was reviewed there, in hexadecimal; empty if not known
 */
public record Source(Kind kind, String reference, String hash) {
  /** Words: {@code publicity.source.<name>}. */
  public enum Kind {
    REBUTTAL,
    POLICY,
    FREE
  }

  public static final Source FREE = new Source(Kind.FREE, "", "");
}
