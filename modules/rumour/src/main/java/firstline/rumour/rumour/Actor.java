package firstline.rumour.rumour;

import firstline.persistence.right.OfficerOnDuty;
import java.util.UUID;

/** Who acts, as it will stand in the history whatever becomes of the officer. */
public record Actor(UUID id, String name, UUID departmentId, String departmentName) {
  public static Actor of(OfficerOnDuty officer) {
    return new Actor(
        officer.id(), officer.name(), officer.departmentId(), officer.departmentName());
  }
}
