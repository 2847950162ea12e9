package firstline.publicity.share;

import firstline.persistence.job.Jobs;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The archive that is being packed. */
@Named
@RequestScoped
public class PackPage {
  @Inject private Jobs jobs;
  @Inject private Screen screen;

  public Jobs.Status getJob() {
    return jobs.status(screen.id("job"));
  }

  public String getHere() {
    return "/console/publicity/pack?job=" + screen.id("job");
  }

  public boolean isReady() {
    return getJob().state() == Jobs.State.DONE;
  }
}
