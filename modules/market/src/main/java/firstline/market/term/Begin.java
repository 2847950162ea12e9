package firstline.market.term;

import firstline.market.clock.Moment;
import java.util.UUID;

/**
 * A term that begins.
 *
 * @param record whose it is, and {@code number} as people call it
 * @param subject tells several terms of one rule apart; empty if there is one
 * @param department that must keep it
 * @param area 12 digits: whose working days count
 * @param rule such as {@code complaint.accept}
 * @param trigger the event; its day does not count
 */
public record Begin(
    Kind kind,
    UUID record,
    String number,
    String subject,
    UUID department,
    String departmentName,
    String area,
    String rule,
    Moment trigger) {
  /** What has terms. Words: {@code term.kind.<name>}. */
  public enum Kind {
    COMPLAINT,
    LEAD,
    INSPECTION,
    CASE,
    MEASURE,
    REFERRAL;

    /** Where the record is seen. */
    public String address(UUID record) {
      return switch (this) {
        case COMPLAINT, LEAD -> "/console/market/complaint?id=" + record;
        case INSPECTION -> "/console/market/inspection?id=" + record;
        case CASE -> "/console/market/case?id=" + record;
        case MEASURE -> "/console/market/measure?id=" + record;
        case REFERRAL -> "/console/market/referral?id=" + record;
      };
    }
  }
}
