package firstline.console.signin;

import firstline.persistence.setting.Sealing;
import firstline.persistence.setting.Settings;

/** Seals second-factor secrets: a copy of the database does not give them away. */
final class Sealed {
  private Sealed() {}

  static byte[] seal(byte[] plain) {
    return sealing().sealed(plain);
  }

  static byte[] open(byte[] sealed) {
    return sealing().opened(sealed);
  }

  private static Sealing sealing() {
    return new Sealing(Settings.current().secret(), "second factor");
  }
}
