package firstline.market.casefile;

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

/** The list of cases as a table. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class CaseExport implements ListExport {
  @Inject private CaseQueries queries;
  @Inject private Words words;

  @Override
  public String list() {
    return "market.cases";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "case.number",
        "case.title",
        "case.state",
        "case.operator",
        "case.matter",
        "case.area",
        "case.officers",
        "case.filed-at");
  }

  @Override
  @Requirement("R105.5")
  public Part rows(Address asked, String after, int size) {
    var page =
        queries.list(
            new CaseQueries.Filter(state(asked), asked.parameter("q"), asked.names("mine")),
            ListExport.cursor(after, size));
    return new Part(page.rows().stream().map(this::line).toList(), page.after());
  }

  private Line line(CaseQueries.Line line) {
    return new Line(
        line.id().toString(),
        Arrays.asList(
            line.number(),
            line.title(),
            words.get("case.state." + line.state()),
            line.operatorName(),
            words.get("case.matter." + line.matter()),
            line.areaName(),
            line.officers(),
            words.time(line.filedAt())));
  }

  private static String state(Address asked) {
    var typed = asked.parameter("state");
    return Arrays.stream(CaseState.values()).map(Enum::name).anyMatch(typed::equals) ? typed : "";
  }
}
