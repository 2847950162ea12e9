package firstline.rumour.claim;

import firstline.persistence.export.Address;
import firstline.persistence.export.ListExport;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.words.Words;
import firstline.rumour.text.TypedTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** The list of claims as a table. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class ClaimExport implements ListExport {
  @Inject private ClaimQueries queries;
  @Inject private Words words;

  @Override
  public String list() {
    return "rumour.claims";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "rumour.claim.number",
        "rumour.claim.text",
        "rumour.claim.seen",
        "rumour.area",
        "rumour.claim.received",
        "rumour.state");
  }

  @Override
  @Requirement("R105.5")
  public Part rows(Address asked, String after, int size) {
    var page =
        queries.list(
            new ClaimQueries.Filter(
                asked.parameter("q"),
                asked.parameter("state"),
                asked.area(),
                TypedTime.day(asked.parameter("from")),
                TypedTime.day(asked.parameter("to"))),
            ListExport.cursor(after, size));
    return new Part(page.rows().stream().map(this::line).toList(), page.after());
  }

  private Line line(ClaimQueries.Line line) {
    return new Line(
        line.id().toString(),
        Arrays.asList(
            line.number(),
            line.excerpt(),
            line.seen(),
            line.areaName(),
            words.time(line.receivedAt()),
            words.get("rumour.claim.state." + line.state())));
  }
}
