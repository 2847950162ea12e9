package firstline.publicity.making;

import firstline.persistence.requirement.Requirement;

/** A short message: the line, and where to read more. */
public record ShortMessage(String text) {
  /** Characters (UCS-2) that one message takes alone, and as a part of several (3GPP TS 23.040). */
  private static final int ALONE = 70;

  private static final int PART = 67;

  static ShortMessage of(String brand, String line, String address) {
    return new ShortMessage("【" + brand + "】" + line + " " + address);
  }

  /** How many messages it takes. */
  @Requirement("R71.3")
  public int parts() {
    return text.length() <= ALONE ? 1 : (text.length() + PART - 1) / PART;
  }
}
