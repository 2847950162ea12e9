package firstline.persistence.talk;

import firstline.persistence.right.OfficerOnDuty;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A record that officers talk about.
 *
 * @param title number and what it is about; no person's name
 * @param href its page
 * @param open who may open that page
 */
public record Discussed(UUID id, String title, String href, Predicate<OfficerOnDuty> open) {
  /** Who holds the right where the path lies. */
  public static Predicate<OfficerOnDuty> holding(String right, String path) {
    return officer -> officer.scope(right).covers(path);
  }
}
