package firstline.market.casefile;

import firstline.market.operator.Operators;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as it is entered. */
@Named
@RequestScoped
public class CaseFormPage {
  @Inject private FileCase fileCase;
  @Inject private Links links;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable UUID filed;
  private Links.@Nullable Lead lead;

  public List<Matter> getMatters() {
    return List.of(Matter.values());
  }

  /** As it was typed; at first what the lead says, of which a case is filed. */
  public String typed(String field) {
    if (screen.names("posted")) {
      return screen.parameter(field);
    }
    var lead = lead();
    if (lead == null) {
      return field.equals("area") ? desk.officer().areaCode() : screen.parameter(field);
    }
    return switch (field) {
      case "area" -> lead.area();
      case "source" -> lead.number();
      case "party" -> lead.operator();
      case "premises" -> lead.place();
      case "title" -> lead.operator() + " " + lead.goods();
      default -> "";
    };
  }

  private Links.@Nullable Lead lead() {
    if (lead == null && screen.names("lead")) {
      lead = links.lead(screen.id("lead"));
    }
    return lead;
  }

  public boolean ticked(String field) {
    return screen.names(field);
  }

  public void file() {
    screen.run(
        () ->
            filed =
                fileCase.file(
                    new FileCase.Command(
                        screen.parameter("area"),
                        new Operators.Party(
                            screen.parameter("party"),
                            screen.names("person"),
                            screen.parameter("code"),
                            screen.parameter("premises"),
                            screen.parameter("licence")),
                        screen.parameter("source"),
                        Typed.of(screen.parameter("matter"), Matter.values(), Matter.OTHER),
                        screen.parameter("title"),
                        screen.parameter("facts"),
                        screen.names("simple"),
                        screen.names("grave"))),
        "case.filed.done",
        () -> "/console/market/case?id=" + Objects.requireNonNull(filed));
  }
}
