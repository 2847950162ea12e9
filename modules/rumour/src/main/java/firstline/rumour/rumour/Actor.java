package firstline.rumour.rumour;

import firstline.persistence.right.Desk;
import java.util.UUID;

/**
 * Who acts, as it will stand in the history whatever becomes of the officer.
 *
 * @param inHistory the name with for whom, of a deputy; else the name
 */
public record Actor(
    UUID id, String name, UUID departmentId, String departmentName, String inHistory) {

  /** One who stands in for nobody. */
  public Actor(UUID id, String name, UUID departmentId, String departmentName) {
    this(id, name, departmentId, departmentName, name);
  }

  /** Who sits at the desk. */
  public static Actor of(Desk desk) {
    var officer = desk.officer();
    return new Actor(
        officer.id(),
        officer.name(),
        officer.departmentId(),
        officer.departmentName(),
        desk.nameInHistory());
  }
}
