package firstline.market.complaint;

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

/** The list of complaints and tip-offs as a table: nothing of who sent them. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class ComplaintExport implements ListExport {
  @Inject private ComplaintQueries queries;
  @Inject private Words words;

  @Override
  public String list() {
    return "market.complaints";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "term.number",
        "complaint.kind",
        "term.state",
        "complaint.operator",
        "complaint.goods",
        "complaint.place",
        "term.department",
        "complaint.received-at");
  }

  @Override
  @Requirement("R105.5")
  public Part rows(Address asked, String after, int size) {
    var page =
        queries.list(
            new ComplaintQueries.Asked(
                asked.parameter("kind"), asked.parameter("state"), asked.parameter("words")),
            ListExport.cursor(after, size));
    return new Part(page.rows().stream().map(this::line).toList(), page.after());
  }

  private Line line(ComplaintQueries.Line line) {
    return new Line(
        line.id().toString(),
        Arrays.asList(
            line.number(),
            words.get("complaint.kind." + line.kind()),
            words.get("complaint.state." + line.state()),
            line.operator(),
            line.goods(),
            line.place(),
            line.departmentName(),
            words.time(line.receivedAt())));
  }
}
