package firstline.persistence.right;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The officer who works at the desk in this request.
 *
 * @param areaCode the area of the officer's own department, or the one chosen to work at
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

  /**
   * The same officer working at one area: each right only within it, so that nothing is won. A
   * right held elsewhere alone is not held.
   *
   * @param root path of the area
   */
  public OfficerOnDuty within(String code, String name, String root) {
    return new OfficerOnDuty(
        id,
        username,
        this.name,
        departmentId,
        departmentName,
        departmentNameEn,
        code,
        name,
        language,
        grants.stream()
            .filter(grant -> grant.path().startsWith(root) || root.startsWith(grant.path()))
            .map(grant -> grant.path().startsWith(root) ? grant : new Grant(grant.right(), root))
            .distinct()
            .toList(),
        lookedAtBy);
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
