package firstline.market.inspect;

import firstline.market.MarketRights;
import firstline.market.operator.Operators;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The register that is drawn from: operators with goods and risk, and officers who are barred. */
@Named
@RequestScoped
public class InspectionRegisterPage {
  private static final String HERE = "/console/market/inspection-register";

  @Inject private DrawQueries queries;
  @Inject private RegisterOperator registerOperator;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private Page<DrawQueries.Registered> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.registered(
            getWords(),
            getGroup(),
            Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public List<DrawQueries.Registered> getRows() {
    return page.rows();
  }

  public String getWords() {
    return screen.parameter("q");
  }

  public String getGroup() {
    var typed = screen.parameter("goods");
    return Arrays.stream(GoodsGroup.values()).anyMatch(one -> one.name().equals(typed))
        ? typed
        : "";
  }

  public List<GoodsGroup> getGroups() {
    return List.of(GoodsGroup.values());
  }

  public List<Risk> getRisks() {
    return List.of(Risk.values());
  }

  public List<DrawQueries.Officer> getOfficers() {
    return queries.officers();
  }

  public boolean isKeeping() {
    return desk.may(MarketRights.INTAKE);
  }

  public String typed(String field) {
    return field.equals("area") && !screen.names("posted")
        ? desk.officer().areaCode()
        : screen.parameter(field);
  }

  public boolean ticked(String field) {
    return screen.names(field);
  }

  public void register() {
    screen.run(
        () ->
            registerOperator.register(
                new RegisterOperator.Command(
                    screen.parameter("area"),
                    new Operators.Party(
                        screen.parameter("party"),
                        screen.names("person"),
                        screen.parameter("code"),
                        screen.parameter("premises"),
                        screen.parameter("licence")),
                    GoodsGroup.named(screen.parameter("group")),
                    Arrays.stream(Risk.values())
                        .filter(one -> one.name().equals(screen.parameter("risk")))
                        .findFirst()
                        .orElse(Risk.MEDIUM))),
        "register.kept",
        HERE);
  }

  public void bar() {
    screen.run(
        () ->
            registerOperator.bar(
                new RegisterOperator.Bar(
                    screen.id("operator"), screen.id("officer"), screen.parameter("reason"))),
        "register.barred",
        HERE);
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page.after().isEmpty() ? "" : here() + "&after=" + page.after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page.before().isEmpty() ? "" : here() + "&before=" + page.before();
  }

  private String here() {
    return HERE + "?goods=" + getGroup() + "&q=" + Screen.encode(getWords());
  }
}
