package firstline.console.firststep;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import java.util.List;

/** A way round the console: its stops, of which an officer sees those that they may open. */
final class Tour {
  /**
   * A page on the way.
   *
   * @param key words: {@code tour.<key>}
   */
  record Stop(String key, String path, String right) {}

  private static final List<Stop> ALL =
      List.of(
          new Stop("home", "/console/home", Rights.SIGNED_IN),
          new Stop("claims", "/console/rumour/claims", "rumour.read"),
          new Stop("rumours", "/console/rumour/rumours", "rumour.read"),
          new Stop("materials", "/console/publicity/materials", "publicity.read"),
          new Stop("week", "/console/broadcast/week", "broadcast.read"),
          new Stop("cases", "/console/market/cases", "market.read"),
          new Stop("prices", "/console/market/prices", "market.price.read"),
          new Stop("areas", "/console/admin/areas", Rights.ADMIN_SYSTEM),
          new Stop("officers", "/console/admin/officers", Rights.ADMIN_SECURITY),
          new Stop("audit", "/console/admin/audit", Rights.ADMIN_AUDIT),
          new Stop("figures", "/console/figures", Rights.SIGNED_IN),
          new Stop("guide", "/console/guide", Rights.SIGNED_IN),
          new Stop("me", "/console/me", Rights.SIGNED_IN));

  private Tour() {}

  /** The stops of an officer, in order. */
  @Requirement("R120.3")
  static List<Stop> of(OfficerOnDuty officer) {
    return ALL.stream()
        .filter(stop -> stop.right().equals(Rights.SIGNED_IN) || officer.holds(stop.right()))
        .toList();
  }
}
