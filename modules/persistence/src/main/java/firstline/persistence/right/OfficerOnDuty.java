package firstline.persistence.right;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The officer who works at the desk in this request.
 *
 * @param areaCode the area of the officer's own department
 * @param language {@code zh} or {@code en}
 * @param grants every right held and where
 * @param lookedAtBy the administrator who looks through this officer's eyes, read-only; else null
 */
public record OfficerOnDuty(
    UUID id,
    String username,
    String name,
    UUID departmentId,
    String departmentName,
    String departmentNameEn,
    String areaCode,
    String areaName,
    String language,
    List<Grant> grants,
    @Nullable UUID lookedAtBy) {

  /** A right within the subtree of areas below the path. */
  public record Grant(String right, String path) {}

  public OfficerOnDuty {
    grants = List.copyOf(grants);
  }

  /** True if the right is held anywhere. */
  public boolean holds(String right) {
    return grants.stream().anyMatch(grant -> grant.right().equals(right));
  }

  /** Where the right is held. */
  public Scope scope(String right) {
    return new Scope(
        grants.stream()
            .filter(grant -> grant.right().equals(right))
            .map(Grant::path)
            .distinct()
            .toList());
  }

  /** The same officer, seen by an administrator who may look and not touch. */
  public OfficerOnDuty lookedAtBy(UUID administrator) {
    return new OfficerOnDuty(
        id,
        username,
        name,
        departmentId,
        departmentName,
        departmentNameEn,
        areaCode,
        areaName,
        language,
        grants,
        administrator);
  }
}
