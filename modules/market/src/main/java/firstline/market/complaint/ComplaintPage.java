package firstline.market.complaint;

import firstline.market.MarketRights;
import firstline.market.routing.RoutingLists;
import firstline.persistence.masking.Masking;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Happening;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One complaint or tip-off, and what the officer may do with it now. */
@Named
@RequestScoped
public class ComplaintPage {
  @Inject private ComplaintQueries queries;
  @Inject private ActOnComplaint act;
  @Inject private Identities identities;
  @Inject private Masking masking;
  @Inject private RoutingLists routing;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Words words;

  private ComplaintQueries.@Nullable Line view;
  private RoutingLists.@Nullable Proposal proposal;
  private String identity = "";

  public void load() {
    if (isShowing() && identities.mayShow(getView().id())) {
      var show = new Identities.Show(getView().id());
      identity =
          masking.onPage(getView().id(), () -> identities.show(show), () -> identities.again(show));
    }
  }

  public ComplaintQueries.Line getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  /** What may happen now, by this officer. */
  public List<Moves.Move> getMoves() {
    return Moves.from(getView().kind(), getView().state()).stream()
        .filter(move -> desk.may(move.right()))
        .toList();
  }

  /** Grounds that one of the moves asks for. */
  public List<String> getGrounds() {
    return getMoves().stream().flatMap(move -> move.grounds().stream()).distinct().toList();
  }

  /** True if it may go to a department now. */
  public boolean isRouting() {
    return may(Action.ROUTE);
  }

  /** True if it may go into another lead now. */
  public boolean isMerging() {
    return may(Action.MERGE);
  }

  private boolean may(Action action) {
    return getMoves().stream().anyMatch(move -> move.action() == action);
  }

  /** Where the live rules would route it; null unless it is to be routed now. */
  public RoutingLists.@Nullable Proposal getProposal() {
    if (proposal == null && isRouting()) {
      proposal = routing.proposal(getView().id()).orElse(null);
    }
    return proposal;
  }

  /** What stands in the field of where it goes: as typed, or as proposed. */
  public String getTarget() {
    var proposed = getProposal();
    return screen.names("target") || proposed == null
        ? screen.parameter("target")
        : proposed.departmentCode();
  }

  /** The rule that routed it, such as {@code 3.2}; empty if none did. */
  public String getRoutedBy() {
    return routing.routedBy(getView().id());
  }

  /** True if somebody else must act next. */
  public boolean isWaiting() {
    return getMoves().isEmpty() && !Moves.from(getView().kind(), getView().state()).isEmpty();
  }

  /** True if the officer may see who complains: to bring both together. */
  public boolean isShowing() {
    return getView().named() && getView().kind() == Kind.COMPLAINT && desk.may(MarketRights.HANDLE);
  }

  /** True if the officer may open the seal, for a reason. */
  public boolean isOpening() {
    return getView().named() && getView().kind() == Kind.TIPOFF && desk.may(MarketRights.IDENTITY);
  }

  /** Who sent it, once it was opened in this very request or may be seen at once; else empty. */
  public String getIdentity() {
    return identity;
  }

  public List<Happening> getHistory() {
    return queries.steps(getView().id()).stream()
        .map(
            step ->
                new Happening(
                    step.at(),
                    step.officerName(),
                    step.departmentName(),
                    words.get("complaint.action." + step.action()),
                    step.reason()))
        .toList();
  }

  public String typed(String field) {
    return screen.parameter(field);
  }

  public void open() {
    screen.attempt(
        () ->
            identity =
                getView().kind() == Kind.TIPOFF
                    ? identities.open(new Identities.Open(screen.id(), screen.parameter("why")))
                    : identities.show(new Identities.Show(screen.id())));
  }

  public void act() {
    screen.run(
        () -> {
          var action = action();
          var command =
              new ActOnComplaint.Command(
                  screen.id(),
                  action,
                  screen.parameter("ground"),
                  screen.parameter("target"),
                  screen.parameter("reason"));
          // Whoever posts what is not theirs is refused by the door of that right.
          switch (Moves.rightOf(action)) {
            case MarketRights.HEAD -> act.decide(command);
            case MarketRights.HANDLE -> act.handle(command);
            default -> act.sort(command);
          }
        },
        "complaint.done",
        // What was sent back is no longer theirs to see.
        () ->
            screen.parameter("action").equals(Action.RETURN.name())
                ? "/console/market/complaints"
                : "/console/market/complaint?id=" + screen.id());
  }

  private Action action() {
    return Arrays.stream(Action.values())
        .filter(one -> one.name().equals(screen.parameter("action")))
        .findFirst()
        .orElseThrow(() -> new Refusal("complaint.choose"));
  }
}
