package firstline.console.bulk;

import firstline.persistence.bulk.BulkStep;
import firstline.persistence.job.Jobs;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is offered above a list for many of its records, and what a job tried or did. */
@Named("bulk")
@RequestScoped
public class BulkPage {
  @Inject private WorkOnMany work;
  @Inject private Jobs jobs;
  @Inject private Screen screen;

  private final Map<String, List<BulkStep>> steps = new HashMap<>();
  private Jobs.@Nullable Status job;

  /** The steps of the list; read once a page, whatever the number of rows. */
  public List<BulkStep> steps(String list) {
    return steps.computeIfAbsent(list, work::offered);
  }

  public boolean findsAll(String list) {
    return work.findsAll(list);
  }

  /** Read once: one that ends while the page is written would be told of twice. */
  public Jobs.Status getJob() {
    if (job == null) {
      job = jobs.status(screen.id("job"));
    }
    return job;
  }

  public String getHere() {
    return "/console/bulk?job=" + screen.id("job") + "&from=" + Screen.encode(getBack());
  }

  /** What was tried or done; null while it is going on. */
  public WorkOnMany.@Nullable Work getWork() {
    return getJob().result() instanceof WorkOnMany.Work result ? result : null;
  }

  /** Address of the list, as it was; nothing but a page of the console. */
  public String getBack() {
    var from = screen.parameter("from");
    return from.matches("/console/[a-z/-]{1,100}([?].*)?") ? from : "/console/home";
  }

  /** True if it ended without a result: refused, stopped or failed. */
  public boolean isWithoutResult() {
    return getJob().state() != Jobs.State.RUNNING && getWork() == null;
  }
}
