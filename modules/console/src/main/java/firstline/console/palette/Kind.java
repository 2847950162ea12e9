package firstline.console.palette;

import firstline.broadcast.BroadcastRights;
import firstline.market.MarketRights;
import firstline.persistence.right.Rights;
import firstline.publicity.PublicityRights;
import firstline.rumour.RumourRights;
import java.util.Locale;

/** What the index of the palette holds: who may find it, and where it is shown. */
enum Kind {
  CLAIM(RumourRights.READ, "/console/rumour/claims?open="),
  RUMOUR(RumourRights.READ, "/console/rumour/rumour?id="),
  REBUTTAL(RumourRights.READ, "/console/rumour/rebuttal?id="),
  COMPLAINT(MarketRights.READ, "/console/market/complaint?id="),
  INSPECTION(MarketRights.READ, "/console/market/inspection?id="),
  CASE(MarketRights.READ, "/console/market/case?id="),
  MATERIAL(PublicityRights.READ, "/console/publicity/material?id="),
  SCHEDULE(BroadcastRights.READ, "/console/broadcast/schedule?id="),
  SPEAKER(BroadcastRights.READ, "/console/broadcast/speaker?id="),
  /** Officers, within the areas in which one holds any right. */
  PERSON(Rights.SIGNED_IN, "/console/person?id="),
  /** The tree of areas is public knowledge. */
  AREA(Rights.SIGNED_IN, "/console/place?code=");

  private final String right;
  private final String address;

  Kind(String right, String address) {
    this.right = right;
    this.address = address;
  }

  String right() {
    return right;
  }

  String href(String id) {
    return address + id;
  }

  /** As the index and the words ({@code search.<key>}) name it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Kind of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
