package firstline.rumour.desk;

import firstline.persistence.database.Sql;
import firstline.persistence.firststep.FirstStep;
import firstline.persistence.firststep.FirstStepContribution;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** From the first claim to the first published rebuttal. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class RumourFirstSteps implements FirstStepContribution {
  @Inject private Sql sql;

  @Override
  public int order() {
    return 100;
  }

  @Override
  public List<FirstStep> steps() {
    return sql.one(
        """
        select exists (select 1 from claim), exists (select 1 from rebuttal),
          exists (select 1 from rebuttal_version where published_at is not null)
        """,
        row ->
            List.of(
                new FirstStep("claim", RumourRights.FILE, "/console/rumour/claims", row.flag(1)),
                new FirstStep(
                    "rebuttal", RumourRights.DRAFT, "/console/rumour/rumours", row.flag(2)),
                new FirstStep(
                    "published", RumourRights.PUBLISH, "/console/rumour/rebuttals", row.flag(3))));
  }
}
