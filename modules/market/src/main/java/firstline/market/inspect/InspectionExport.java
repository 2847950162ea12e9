package firstline.market.inspect;

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
import java.util.stream.Stream;

/** The list of inspections as a table. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class InspectionExport implements ListExport {
  @Inject private InspectionQueries queries;
  @Inject private Words words;

  @Override
  public String list() {
    return "market.inspections";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "inspection.number",
        "inspection.operator",
        "inspection.state",
        "inspection.title",
        "inspection.group",
        "inspection.kind",
        "inspection.officers",
        "inspection.area",
        "inspection.due",
        "inspection.planned-at");
  }

  @Override
  @Requirement("R105.5")
  public Part rows(Address asked, String after, int size) {
    var page =
        queries.list(
            new InspectionQueries.Filter(
                known(asked.parameter("state"), Arrays.stream(InspectionState.values())),
                known(asked.parameter("kind"), Arrays.stream(InspectionKind.values())),
                asked.parameter("q"),
                asked.names("mine")),
            ListExport.cursor(after, size));
    return new Part(page.rows().stream().map(this::line).toList(), page.after());
  }

  private Line line(InspectionQueries.Line line) {
    return new Line(
        line.id().toString(),
        Arrays.asList(
            line.number(),
            line.operatorName(),
            words.get("inspection.state." + line.state()),
            line.title(),
            words.get("inspection.group." + line.group()),
            words.get("inspection.kind." + line.kind()),
            line.officers(),
            line.areaName(),
            line.due(),
            words.time(line.plannedAt())));
  }

  private static String known(String typed, Stream<? extends Enum<?>> values) {
    return values.map(Enum::name).filter(typed::equals).findFirst().orElse("");
  }
}
