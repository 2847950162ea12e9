package firstline.rumour.rumour;

import static firstline.rumour.RumourRights.VERIFY;

import firstline.persistence.bulk.BulkContribution;
import firstline.persistence.bulk.BulkStep;
import firstline.persistence.requirement.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What may be done to many rumours at once. */
@ApplicationScoped
public class ManyRumours implements BulkContribution {
  @Inject private RumourQueries queries;
  @Inject private ArchiveRumour archiveRumour;

  @Override
  public String list() {
    return "rumour.rumours";
  }

  @Override
  @Requirement("R117.2")
  public List<BulkStep> steps() {
    return List.of(
        BulkStep.of(
            "rumour.archive",
            VERIFY,
            (id, typed) ->
                archiveRumour.archive(new ArchiveRumour.Command(id, queries.one(id).version()))));
  }
}
