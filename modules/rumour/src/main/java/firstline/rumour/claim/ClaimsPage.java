package firstline.rumour.claim;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.rumour.RumourRights;
import firstline.rumour.match.Matching;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of claims and the drawer beside it; filters, place and open claim in the address. */
@Named
@RequestScoped
public class ClaimsPage {
  private static final int MATCHES = 3;

  @Inject private ClaimQueries queries;
  @Inject private Matching matching;
  @Inject private JoinClaim joinClaim;
  @Inject private DeclineClaim declineClaim;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private Page<ClaimQueries.Line> page = new Page<>(List.of(), "", "");
  private ClaimQueries.@Nullable View open;
  private Matching.@Nullable Answer answer;

  public void load() {
    page =
        queries.list(
            new ClaimQueries.Filter(getQ(), getState(), getArea(), day("from"), day("to")),
            Cursor.read(screen.parameter("after"), screen.parameter("before")));
    if (screen.names("open")) {
      open = queries.one(screen.id("open"));
      if (open.state().equals(ClaimState.RECEIVED.name())) {
        answer = matching.match(open.text(), MATCHES);
      }
    }
  }

  public List<ClaimQueries.Line> getRows() {
    return page.rows();
  }

  public ClaimQueries.@Nullable View getOpen() {
    return open;
  }

  public Matching.@Nullable Answer getAnswer() {
    return answer;
  }

  /** True if the open claim waits for this officer. */
  public boolean isSettleable() {
    return open != null
        && open.state().equals(ClaimState.RECEIVED.name())
        && desk.may(RumourRights.FILE);
  }

  public boolean isDraftable() {
    return isSettleable() && desk.may(RumourRights.DRAFT);
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
    return page.after().isEmpty() ? "" : filters() + "&after=" + page.after();
  }

  public String getPrevious() {
    return page.before().isEmpty() ? "" : filters() + "&before=" + page.before();
  }

  public void join() {
    screen.run(
        () ->
            joinClaim.join(new JoinClaim.Command(claim(), version(), screen.parameter("rebuttal"))),
        "rumour.claim.joined",
        "/console/rumour/claims?open=" + claim());
  }

  public void decline() {
    screen.run(
        () ->
            declineClaim.decline(
                new DeclineClaim.Command(
                    claim(), version(), DeclineReason.valueOf(screen.parameter("reason")))),
        "rumour.claim.declined",
        "/console/rumour/claims?open=" + claim());
  }

  private UUID claim() {
    return screen.id("open");
  }

  private long version() {
    return Long.parseLong(screen.parameter("version"));
  }

  private @Nullable LocalDate day(String parameter) {
    var text = screen.parameter(parameter);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new Refusal("rumour.day", text);
    }
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
