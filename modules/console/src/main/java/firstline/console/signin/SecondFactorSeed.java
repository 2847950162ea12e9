package firstline.console.signin;

import org.jspecify.annotations.Nullable;

/**
 * A second factor made beforehand, for the sample city's administrators: their secrets stand in the
 * credentials file so that the demo can be entered at once.
 *
 * @param sealed what the database holds; null without a factor
 * @param base32 what an authenticator reads; empty without a factor
 */
public record SecondFactorSeed(byte @Nullable [] sealed, String base32) {
  /** Makes one if it is wanted. */
  public static SecondFactorSeed make(boolean wanted) {
    if (!wanted) {
      return new SecondFactorSeed(null, "");
    }
    var secret = Totp.secret();
    return new SecondFactorSeed(Sealed.seal(secret), Totp.base32(secret));
  }
}
