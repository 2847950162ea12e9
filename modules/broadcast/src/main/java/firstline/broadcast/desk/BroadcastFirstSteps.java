package firstline.broadcast.desk;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.database.Sql;
import firstline.persistence.firststep.FirstStep;
import firstline.persistence.firststep.FirstStepContribution;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** From the first speaker to the first schedule that was played. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class BroadcastFirstSteps implements FirstStepContribution {
  @Inject private Sql sql;

  @Override
  public int order() {
    return 300;
  }

  @Override
  public List<FirstStep> steps() {
    return sql.one(
        """
        select exists (select 1 from speaker), exists (select 1 from schedule),
          exists (select 1 from receipt where event = 'FINISHED')
        """,
        row ->
            List.of(
                new FirstStep(
                    "speaker",
                    BroadcastRights.FLEET,
                    "/console/broadcast/speaker-form",
                    row.flag(1)),
                new FirstStep(
                    "schedule", BroadcastRights.DRAFT, "/console/broadcast/scripts", row.flag(2)),
                new FirstStep(
                    "played", BroadcastRights.READ, "/console/broadcast/proof", row.flag(3))));
  }
}
