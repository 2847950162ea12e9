package firstline.publicity.recall;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.file.KeepFile;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import firstline.publicity.api.PublicityEvents;
import firstline.publicity.material.MaterialVersion;
import firstline.publicity.material.Materials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries a recall out. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Recalls {
  /**
   * Who recalls it and why.
   *
   * @param cause {@code OFFICER} or {@code REBUTTAL}
   */
  record Order(String reason, String cause, OfficerOnDuty by) {}

  @Inject private Materials materials;
  @Inject private RecallTasks tasks;
  @Inject private KeepFile keepFile;
  @Inject private Sql sql;
  @Inject private Clock clock;

  /** Every version of the material that is or was to go out. */
  List<UUID> versions(UUID material) {
    return sql.list(
        """
        select id from material_version where material_id = ?
          and (state in ('APPROVED', 'PUBLISHED') or state = 'ARCHIVED' and published_at is not null)
        order by drafted_at
        """,
        row -> row.id(1),
        material);
  }

  /** Recalls the versions of one material; the recall's id. */
  @Requirement("R70.1")
  UUID recall(List<MaterialVersion> versions, boolean all, Order order) {
    var now = clock.instant();
    var first = versions.get(0);
    var recall = Ids.next();
    for (var version : versions) {
      version.recall(order.reason(), order.by(), now);
      materials.keep(version);
    }
    insert(recall, first, all ? null : first.id(), order);
    for (var version : versions) {
      close(version);
      tasks.tell(recall, version.id(), now);
      materials.tell(PublicityEvents.RECALLED, version, order.reason(), now);
    }
    return recall;
  }

  private void insert(UUID recall, MaterialVersion first, @Nullable UUID version, Order order) {
    sql.update(
        """
        insert into material_recall (id, area_code, material_id, version_id, reason, cause,
          officer_name, department_name, recalled_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        recall,
        first.areaCode(),
        first.materialId(),
        version,
        order.reason().strip(),
        order.cause(),
        order.by().name(),
        order.by().departmentName(),
        clock.instant());
  }

  private void close(MaterialVersion version) {
    var attachment = version.content().attachment();
    if (attachment != null) {
      keepFile.open(attachment.file(), false);
    }
  }
}
