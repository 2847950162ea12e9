package firstline.console.export;

import firstline.persistence.job.Jobs;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The list that is being written, and whether a list can be taken along at all. */
@Named("exports")
@RequestScoped
public class ExportPage {
  @Inject private TakeListAlong take;
  @Inject private Jobs jobs;
  @Inject private Screen screen;

  public boolean offered(String list) {
    return take.offered(list);
  }

  public Jobs.Status getJob() {
    return jobs.status(screen.id("job"));
  }

  public String getHere() {
    return "/console/export?job=" + screen.id("job");
  }

  /** What is ready; null while it is not. */
  public TakeListAlong.@Nullable Taken getTaken() {
    return getJob().result() instanceof TakeListAlong.Taken taken ? taken : null;
  }
}
