package firstline.rumour.rumour;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The list of rumours: filters and place in the address. */
@Named
@RequestScoped
public class RumoursPage {
  @Inject private RumourQueries queries;
  @Inject private Screen screen;

  private Page<RumourQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.list(
            new RumourQueries.Filter(getQ(), getState(), getArea(), getTopic(), isMine()),
            Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public List<RumourQueries.Line> getRows() {
    return page.rows();
  }

  public String getQ() {
    return screen.parameter("q");
  }

  public String getState() {
    return screen.names("state") || screen.names("q") ? screen.parameter("state") : "WORKING";
  }

  public String getArea() {
    return screen.parameter("area").matches("[0-9]{12}") ? screen.parameter("area") : "";
  }

  public String getTopic() {
    return screen.parameter("topic");
  }

  public boolean isMine() {
    return screen.names("mine");
  }

  /** What work there is, then the states. */
  public List<String> getStates() {
    var states = new ArrayList<>(List.of("WORKING", "OVERDUE", "IDLE", "CLOSING"));
    Arrays.stream(RumourState.values()).map(RumourState::name).forEach(states::add);
    return states;
  }

  public boolean isNarrowed() {
    return !getState().equals("WORKING") || !(getQ() + getArea() + getTopic()).isBlank();
  }

  public String getNext() {
    return page.after().isEmpty() ? "" : filters() + "&after=" + page.after();
  }

  public String getPrevious() {
    return page.before().isEmpty() ? "" : filters() + "&before=" + page.before();
  }

  private String filters() {
    return "/console/rumour/rumours?q="
        + Screen.encode(getQ())
        + "&state="
        + Screen.encode(getState())
        + "&area="
        + Screen.encode(getArea())
        + "&topic="
        + Screen.encode(getTopic())
        + (isMine() ? "&mine=1" : "");
  }
}
