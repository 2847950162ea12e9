package firstline.market.inspect;

import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.INSPECT;
import static firstline.market.MarketRights.INTAKE;

import firstline.market.casefile.Matter;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One inspection: what is lawful now, its visits with answers and pictures, and its history. */
@Named
@RequestScoped
public class InspectionPage {
  static final String HERE = "/console/market/inspection?id=";

  /** A step that can be taken, and the article that orders it. */
  public record Choice(InspectionAction action, String article) {}

  /** A visit with what belongs to it. */
  public record Shown(
      VisitQueries.Told told,
      List<VisitQueries.Item> answers,
      List<VisitQueries.Picture> pictures) {
    /** How many have come. */
    public long here() {
      return pictures.stream().filter(VisitQueries.Picture::here).count();
    }
  }

  @Inject private InspectionQueries queries;
  @Inject private VisitQueries visitQueries;
  @Inject private MoveInspection moveInspection;
  @Inject private HandOver handOver;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Language language;

  private InspectionQueries.@Nullable View view;
  private @Nullable List<Choice> choices;
  private @Nullable List<Shown> visits;
  private @Nullable List<InspectionQueries.Person> people;
  private @Nullable UUID made;

  public void load() {
    getView();
  }

  public InspectionQueries.View getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  private UUID id() {
    return getView().line().id();
  }

  /** What whoever looks may do now by a button of this page. */
  public List<Choice> getChoices() {
    if (choices == null) {
      choices =
          InspectionTable.next(getView().line().state()).stream()
              .filter(this::mayHere)
              .map(action -> new Choice(action, article(action)))
              .toList();
    }
    return choices;
  }

  private boolean mayHere(InspectionAction action) {
    return switch (action.right()) {
      case INSPECT -> action == InspectionAction.ARRIVE && isVisiting();
      case INTAKE -> false;
      default -> desk.may(action.right());
    };
  }

  private String article(InspectionAction action) {
    return action.article().said(language);
  }

  /** True if the officer is to go there, or to tell the visit. */
  public boolean isVisiting() {
    return desk.may(INSPECT)
        && InspectionTable.next(getView().line().state()).stream()
            .anyMatch(action -> action.right().equals(INSPECT))
        && queries.isMine(id());
  }

  /** True if the officer may hand it over to a case or a lead. */
  public boolean isHandingOver() {
    return desk.may(INTAKE)
        && InspectionTable.next(getView().line().state()).contains(InspectionAction.TO_CASE);
  }

  /** True if another one may follow it up. */
  public boolean isFollowing() {
    return desk.may(INTAKE) && InspectionTable.next(getView().line().state()).isEmpty();
  }

  /** True if one of the steps asks for it. */
  public boolean asks(String what) {
    var asked =
        what.equals("officers") ? InspectionAction.ASSIGN : InspectionAction.ORDER_CORRECTION;
    return getChoices().stream().anyMatch(choice -> choice.action() == asked);
  }

  /** True if somebody else must act next. */
  public boolean isWaiting() {
    return !InspectionTable.next(getView().line().state()).isEmpty();
  }

  public List<InspectionQueries.Person> getPeople() {
    if (people == null) {
      people = queries.qualified(id());
    }
    return people;
  }

  public boolean named(InspectionQueries.Person person) {
    return screen.names("posted")
        ? screen.parameters("officer").contains(person.id().toString())
        : person.named();
  }

  public List<Shown> getVisits() {
    if (visits == null) {
      visits =
          visitQueries.visits(id()).stream()
              .map(
                  told ->
                      new Shown(
                          told, visitQueries.answers(told.id()), visitQueries.pictures(told.id())))
              .toList();
    }
    return visits;
  }

  public List<VisitQueries.Item> getItems() {
    return visitQueries.items(getView().checklist());
  }

  public List<InspectionQueries.Event> getEvents() {
    return queries.events(id());
  }

  public List<Matter> getMatters() {
    return List.of(Matter.values());
  }

  /** An item in the reader's language. */
  public String says(VisitQueries.Item item) {
    return language.english() ? item.textEn() : item.textZh();
  }

  public String rule(VisitQueries.Item item) {
    return language.english() ? item.ruleEn() : item.ruleZh();
  }

  public String typed(String field) {
    return typed(field, "");
  }

  public String typed(String field, String otherwise) {
    return screen.names("posted") ? screen.parameter(field) : otherwise;
  }

  public boolean ticked(String field) {
    return screen.names(field);
  }

  /** Takes the step. */
  public void move(InspectionAction action) {
    screen.run(
        () -> {
          var command =
              new MoveInspection.Command(
                  screen.id(),
                  screen.version(),
                  action,
                  screen.parameters("officer").stream().map(InspectionPage::officer).toList(),
                  screen.parameter("due"),
                  screen.parameter("note"));
          if (action.right().equals(HEAD)) {
            moveInspection.byHead(command);
          } else {
            moveInspection.byOfficer(command);
          }
        },
        "inspection.moved",
        HERE + screen.id());
  }

  private static UUID officer(String text) {
    if (!text.matches(Visit.ID)) {
      throw new Refusal("inspection.officer");
    }
    return UUID.fromString(text);
  }

  public void toCase() {
    screen.run(
        () ->
            made =
                handOver.toCase(
                    new HandOver.ToCase(
                        screen.id(),
                        screen.version(),
                        matter(),
                        screen.parameter("case-title"),
                        screen.names("simple"),
                        screen.names("grave"))),
        "inspection.handed",
        () -> "/console/market/case?id=" + Objects.requireNonNull(made));
  }

  private Matter matter() {
    return getMatters().stream()
        .filter(one -> one.name().equals(screen.parameter("matter")))
        .findFirst()
        .orElse(Matter.OTHER);
  }

  public void toLead() {
    screen.run(
        () ->
            made =
                handOver.toLead(
                    new HandOver.ToLead(screen.id(), screen.version(), screen.parameter("why"))),
        "inspection.handed",
        () -> "/console/market/complaint?id=" + Objects.requireNonNull(made));
  }
}
