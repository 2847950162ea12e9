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
  private Jobs.@Nullable Status job;

  public boolean offered(String list) {
    return take.offered(list);
  }

  /** Read once: one that ends while the page is written would be told of twice. */
  public Jobs.Status getJob() {
    if (job == null) {
      job = jobs.status(screen.id("job"));
    }
    return job;
  }

  public String getHere() {
    return "/console/export?job=" + screen.id("job");
  }

  /** What is ready; null while it is not. */
  public TakeListAlong.@Nullable Taken getTaken() {
    return getJob().result() instanceof TakeListAlong.Taken taken ? taken : null;
  }
}
