package firstline.console.firststep;

import firstline.persistence.database.Sql;
import firstline.persistence.firststep.FirstStep;
import firstline.persistence.firststep.FirstStepContribution;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What the administrators found: areas, departments, and officers who work in them. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class HouseFirstSteps implements FirstStepContribution {
  @Inject private Sql sql;

  @Override
  public int order() {
    return 0;
  }

  @Override
  public List<FirstStep> steps() {
    return sql.one(
        """
        select exists (select 1 from area where parent is not null),
          (select count(*) > 1 from department where active),
          exists (select 1 from officer_role h join role_right r on r.role_id = h.role_id
            where r.right_key not like 'admin.%')
        """,
        row ->
            List.of(
                new FirstStep("areas", Rights.ADMIN_SYSTEM, "/console/admin/areas", row.flag(1)),
                new FirstStep(
                    "departments", Rights.ADMIN_SYSTEM, "/console/admin/departments", row.flag(2)),
                new FirstStep(
                    "officers", Rights.ADMIN_SECURITY, "/console/admin/officers", row.flag(3))));
  }
}
