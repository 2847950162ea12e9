package firstline.console.admin.audit;

import firstline.persistence.audit.Anchor;
import firstline.persistence.audit.AuditChain;
import firstline.persistence.audit.AuditLog;
import firstline.persistence.job.Jobs;
import firstline.persistence.page.Page;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit record: a list with filters in the address, and the button that verifies it. */
@Named
@RequestScoped
public class AuditPage {
  @Inject private AuditQueries queries;
  @Inject private AuditLog log;
  @Inject private Jobs jobs;
  @Inject private Screen screen;

  private Page<AuditQueries.Line> page = new Page<>(List.of(), "", "");
  private @Nullable Anchor anchor;
  private Jobs.@Nullable Status job;

  public void load() throws IOException {
    page =
        queries.list(
            new AuditQueries.Filter(
                getOfficer(), getUseCase(), getOutcome(), getSubject(), getFrom(), getTo()),
            screen.parameter("after"),
            screen.parameter("before"),
            AuditQueries.SIZE);
    var anchors = log.anchors();
    anchor = anchors.isEmpty() ? null : anchors.get(anchors.size() - 1);
    if (screen.names("job")) {
      job = jobs.status(screen.id("job"));
    }
  }

  /** Begins to read the whole chain; a year of it takes minutes. */
  public void verify() {
    screen.attempt(
        () ->
            screen.go("/console/admin/audit?job=" + jobs.start(progress -> log.verify(progress))));
  }

  /** The verification that was begun on this page; null without one. */
  public Jobs.@Nullable Status getJob() {
    return job;
  }

  public List<AuditQueries.Line> getRows() {
    return page.rows();
  }

  public @Nullable Anchor getAnchor() {
    return anchor;
  }

  public AuditChain.@Nullable Verdict getVerdict() {
    return job != null && job.result() instanceof AuditChain.Verdict verdict ? verdict : null;
  }

  public List<String> getOutcomes() {
    return List.of("SUCCESS", "REFUSED", "FAILED");
  }

  public String getOfficer() {
    return screen.parameter("officer");
  }

  public String getUseCase() {
    return screen.parameter("usecase");
  }

  public String getOutcome() {
    return screen.parameter("outcome");
  }

  public String getSubject() {
    return screen.parameter("subject");
  }

  public String getFrom() {
    return screen.parameter("from");
  }

  public String getTo() {
    return screen.parameter("to");
  }

  public boolean isNarrowed() {
    return !(getOfficer() + getUseCase() + getOutcome() + getSubject() + getFrom() + getTo())
        .isBlank();
  }

  public String getNext() {
    return page.after().isEmpty() ? "" : filters() + "&after=" + page.after();
  }

  public String getPrevious() {
    return page.before().isEmpty() ? "" : filters() + "&before=" + page.before();
  }

  /** Address of the rows about the same record. */
  public String about(String subject) {
    return "/console/admin/audit?subject=" + Screen.encode(subject);
  }

  private String filters() {
    return "/console/admin/audit?officer="
        + Screen.encode(getOfficer())
        + "&usecase="
        + Screen.encode(getUseCase())
        + "&outcome="
        + Screen.encode(getOutcome())
        + "&subject="
        + Screen.encode(getSubject())
        + "&from="
        + Screen.encode(getFrom())
        + "&to="
        + Screen.encode(getTo());
  }
}
