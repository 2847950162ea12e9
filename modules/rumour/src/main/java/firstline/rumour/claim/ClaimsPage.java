package firstline.rumour.claim;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Happening;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import firstline.rumour.RumourRights;
import firstline.rumour.match.Matching;
import firstline.rumour.text.TypedTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of claims and the drawer beside it; filters, place and open claim in the address. */
@Named
@RequestScoped
public class ClaimsPage {
  private static final int MATCHES = 3;

  @Inject private ClaimQueries queries;
  @Inject private Matching matching;
  @Inject private RumoursNear near;
  @Inject private JoinClaim joinClaim;
  @Inject private AcceptClaim acceptClaim;
  @Inject private DeclineClaim declineClaim;
  @Inject private QuarantineClaim quarantineClaim;
  @Inject private ReconsiderClaim reconsiderClaim;
  @Inject private DetachClaim detachClaim;
  @Inject private TransferClaim transferClaim;
  @Inject private SendBackClaim sendBackClaim;
  @Inject private Words words;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable Page<ClaimQueries.Line> page;
  private ClaimQueries.@Nullable View open;
  private Matching.@Nullable Answer answer;
  private @Nullable UUID opened;
  private @Nullable List<Matching.OpenMatch> underWay;

  public void load() {
    page();
  }

  /** Read when it is asked for: a post shows the list again. */
  private Page<ClaimQueries.Line> page() {
    if (page == null) {
      page =
          queries.list(
              new ClaimQueries.Filter(
                  getQ(), getState(), getArea(), TypedTime.day(getFrom()), TypedTime.day(getTo())),
              Cursor.read(screen.parameter("after"), screen.parameter("before")));
    }
    return page;
  }

  public List<ClaimQueries.Line> getRows() {
    return page().rows();
  }

  /** The claim in the drawer; read when it is asked for, since a post does not load the list. */
  public ClaimQueries.@Nullable View getOpen() {
    if (open == null && screen.names("open")) {
      open = queries.one(screen.id("open"));
    }
    return open;
  }

  /** What the engine says of the open claim while it waits. */
  public Matching.@Nullable Answer getAnswer() {
    var claim = getOpen();
    if (answer == null && claim != null && waits(claim)) {
      answer = matching.match(claim.text(), MATCHES);
    }
    return answer;
  }

  /** Rumours under way that the open claim may report. */
  public List<Matching.OpenMatch> getUnderWay() {
    var claim = getOpen();
    if (underWay == null) {
      underWay = claim != null && waits(claim) ? near.to(claim.text(), MATCHES) : List.of();
    }
    return underWay;
  }

  private static boolean waits(ClaimQueries.View claim) {
    return ClaimState.WAITING.contains(ClaimState.valueOf(claim.state()));
  }

  /** True if the open claim waits for this officer. */
  public boolean isSettleable() {
    var claim = getOpen();
    return claim != null && waits(claim) && desk.may(RumourRights.FILE);
  }

  public String getQ() {
    return screen.parameter("q");
  }

  public String getState() {
    return screen.parameter("state");
  }

  public String getArea() {
    return screen.parameter("area").matches("[0-9]{12}") ? screen.parameter("area") : "";
  }

  public String getFrom() {
    return screen.parameter("from");
  }

  public String getTo() {
    return screen.parameter("to");
  }

  public List<ClaimState> getStates() {
    return Arrays.asList(ClaimState.values());
  }

  public List<DeclineReason> getReasons() {
    return Arrays.asList(DeclineReason.values());
  }

  public boolean isNarrowed() {
    return !(getQ() + getState() + getArea() + getFrom() + getTo()).isBlank();
  }

  /** Address of this page of the list, without an open claim. */
  public String getHere() {
    return filters()
        + "&after="
        + Screen.encode(screen.parameter("after"))
        + "&before="
        + Screen.encode(screen.parameter("before"));
  }

  public String getNext() {
    return page().after().isEmpty() ? "" : filters() + "&after=" + page().after();
  }

  public String getPrevious() {
    return page().before().isEmpty() ? "" : filters() + "&before=" + page().before();
  }

  /** Settled for good or not: what may still be done with the open claim. */
  public boolean isDetachable() {
    var claim = getOpen();
    return claim != null && claim.joinedHow() != null && desk.may(RumourRights.FILE);
  }

  public boolean isReconsiderable() {
    var claim = getOpen();
    return claim != null
        && desk.may(RumourRights.FILE)
        && Set.of("DECLINED", "QUARANTINED").contains(claim.state());
  }

  /** What happened to the open claim, the newest on top. */
  public List<Happening> getHistory() {
    var claim = getOpen();
    return claim == null
        ? List.of()
        : claim.history().stream()
            .map(
                step ->
                    new Happening(
                        step.at(),
                        step.officer(),
                        step.department(),
                        words.get("rumour.claim.verb." + step.verb()),
                        step.verb().equals("DECLINED")
                            ? words.get("rumour.decline." + step.reason())
                            : step.reason()))
            .toList();
  }

  public void join() {
    run(
        "rumour.claim.joined",
        () -> {
          var score = screen.parameter("score");
          joinClaim.join(
              new JoinClaim.Command(
                  claim(),
                  screen.version(),
                  screen.parameter("rebuttal"),
                  score.isEmpty() ? null : Double.valueOf(score)));
        });
  }

  /** Opens a rumour and goes to it. */
  public void accept() {
    screen.run(
        () ->
            opened =
                acceptClaim
                    .accept(
                        new AcceptClaim.Command(
                            claim(), screen.version(), screen.parameter("title")))
                    .id(),
        "rumour.claim.accepted",
        () -> "/console/rumour/rumour?id=" + opened);
  }

  public void decline() {
    run(
        "rumour.claim.declined",
        () ->
            declineClaim.decline(
                new DeclineClaim.Command(
                    claim(), screen.version(), DeclineReason.valueOf(screen.parameter("reason")))));
  }

  public void quarantine() {
    run(
        "rumour.claim.quarantined",
        () -> quarantineClaim.quarantine(new QuarantineClaim.Command(claim(), screen.version())));
  }

  public void reconsider() {
    run(
        "rumour.claim.reconsidered",
        () ->
            reconsiderClaim.reconsider(
                new ReconsiderClaim.Command(claim(), screen.version(), screen.parameter("why"))));
  }

  public void detach() {
    run(
        "rumour.claim.detached",
        () ->
            detachClaim.detach(
                new DetachClaim.Command(claim(), screen.version(), screen.parameter("why"))));
  }

  /** To another desk; the claim may lie outside the officer's areas from then on. */
  public void transfer() {
    screen.run(
        () ->
            transferClaim.transfer(
                new TransferClaim.Command(
                    claim(),
                    screen.version(),
                    screen.parameter("department"),
                    screen.parameter("why"))),
        "rumour.claim.transferred",
        "/console/rumour/claims?state=RECEIVED");
  }

  public void sendBack() {
    screen.run(
        () ->
            sendBackClaim.sendBack(
                new SendBackClaim.Command(claim(), screen.version(), screen.parameter("why"))),
        "rumour.claim.sent-back",
        "/console/rumour/claims?state=TRANSFERRED");
  }

  private void run(String done, Screen.Action action) {
    screen.run(action, done, "/console/rumour/claims?open=" + claim());
  }

  private UUID claim() {
    return screen.id("open");
  }

  private String filters() {
    return "/console/rumour/claims?q="
        + Screen.encode(getQ())
        + "&state="
        + Screen.encode(getState())
        + "&area="
        + Screen.encode(getArea())
        + "&from="
        + Screen.encode(getFrom())
        + "&to="
        + Screen.encode(getTo());
  }
}
