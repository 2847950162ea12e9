package firstline.broadcast.standing;

import java.util.UUID;

/**
 * A rule in force.
 *
 * @param path of its area
 * @param event word for word, or empty for any
 * @param leastLevel 1 red to 4 blue: this one and graver ones
 * @param spoken what is said
 * @param writer who wrote it
 */
record Rule(
    long no,
    String areaCode,
    String path,
    String sender,
    String signer,
    String event,
    int leastLevel,
    Spoken spoken,
    Writer writer) {
  /**
   * What is said.
   *
   * @param template true if the rule names one
   * @param text of the template; empty without one, or once it is taken away
   * @param minutes of the template
   */
  record Spoken(boolean template, String text, int minutes) {}

  /** The officer who wrote it, and the department. */
  record Writer(UUID id, String name, UUID departmentId, String departmentName) {}
}
