package firstline.market.complaint;

import static firstline.market.MarketRights.HANDLE;
import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.INTAKE;

import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose letters an officer sees. */
public final class Sight {
  private Sight() {}

  /**
   * The one department whose letters an officer sees who mediates and verifies and neither takes
   * letters in nor decides; null for all within the officer's areas.
   */
  public static @Nullable UUID only(Desk desk) {
    return desk.signedIn().map(Sight::only).orElse(null);
  }

  /** The same of an officer who need not be at the desk. */
  public static @Nullable UUID only(OfficerOnDuty officer) {
    return officer.holds(HANDLE) && !officer.holds(INTAKE) && !officer.holds(HEAD)
        ? officer.departmentId()
        : null;
  }
}
