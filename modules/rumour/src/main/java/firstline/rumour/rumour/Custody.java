package firstline.rumour.rumour;

import firstline.persistence.aggregate.OptionalId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** With whom a rumour lies, and until when it is to be answered. The deadline is a plan. */
@Embeddable
class Custody {
  @Column(name = "department_id")
  private UUID departmentId;

  @Column(name = "department_name")
  private String departmentName;

  @Convert(converter = OptionalId.class)
  @Column(name = "owner_id")
  private @Nullable UUID ownerId;

  @Column(name = "owner_name")
  private @Nullable String ownerName;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  @SuppressWarnings("NullAway.Init")
  protected Custody() {}

  Custody(Actor opener) {
    departmentId = opener.departmentId();
    departmentName = opener.departmentName();
  }

  void due(Instant at) {
    dueAt = at;
  }

  void takenBy(Actor officer) {
    departmentId = officer.departmentId();
    departmentName = officer.departmentName();
    ownerId = officer.id();
    ownerName = officer.name();
  }

  /** Nobody there has taken it up yet. */
  void handedTo(UUID department, String name) {
    departmentId = department;
    departmentName = name;
    ownerId = null;
    ownerName = null;
  }

  boolean isAt(UUID department) {
    return departmentId.equals(department);
  }

  @Nullable Instant dueAt() {
    return dueAt;
  }
}
