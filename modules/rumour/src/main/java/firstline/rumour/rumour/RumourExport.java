package firstline.rumour.rumour;

import firstline.persistence.export.Address;
import firstline.persistence.export.ListExport;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** The list of rumours as a table. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class RumourExport implements ListExport {
  @Inject private RumourQueries queries;
  @Inject private Words words;

  @Override
  public String list() {
    return "rumour.rumours";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "rumour.number",
        "rumour.rumour.title",
        "rumour.priority",
        "rumour.area",
        "rumour.owner",
        "rumour.due",
        "rumour.claims",
        "rumour.changed",
        "rumour.state");
  }

  @Override
  @Requirement("R105.5")
  public Part rows(Address asked, String after, int size) {
    var page =
        queries.list(
            new RumourQueries.Filter(
                asked.parameter("q"),
                asked.names("state") || asked.names("q") ? asked.parameter("state") : "WORKING",
                asked.area(),
                asked.parameter("topic"),
                asked.names("mine")),
            ListExport.cursor(after, size));
    return new Part(page.rows().stream().map(this::line).toList(), page.after());
  }

  private Line line(RumourQueries.Line line) {
    return new Line(
        line.id().toString(),
        Arrays.asList(
            line.number(),
            line.title(),
            line.priority(),
            line.areaName(),
            line.ownerName(),
            words.time(line.dueAt()),
            line.claims(),
            words.time(line.changedAt()),
            words.get("rumour.rumour.state." + line.state())));
  }
}
