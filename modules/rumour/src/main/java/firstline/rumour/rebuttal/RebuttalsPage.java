package firstline.rumour.rebuttal;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The list of rebuttals: filters and place in the address. */
@Named
@RequestScoped
public class RebuttalsPage {
  @Inject private RebuttalQueries queries;
  @Inject private Screen screen;
  @Inject private Clock clock;

  private Page<RebuttalQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.list(
            new RebuttalQueries.Filter(getQ(), getState(), getArea()),
            Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public List<RebuttalQueries.Line> getRows() {
    return page.rows();
  }

  public String getQ() {
    return screen.parameter("q");
  }

  public String getState() {
    return screen.parameter("state");
  }

  public String getArea() {
    return screen.parameter("area");
  }

  public List<String> getStates() {
    return List.of(
        "DRAFT",
        "REVIEW",
        "REVIEW_1",
        "REVIEW_2",
        "REVIEW_3",
        "AFTERWARDS",
        "RETURNED",
        "APPROVED",
        "TO_PUBLISH",
        "REVOKED",
        "PUBLISHED",
        "OBJECTED",
        "REREVIEW",
        "WITHDRAWN");
  }

  /** True for a list of what is to be looked at again, which shows by when. */
  public boolean isByDate() {
    return getState().equals("REREVIEW");
  }

  /** True once the day has come or gone. */
  public boolean isPast(RebuttalQueries.Line line) {
    var reviewBy = line.reviewBy();
    return reviewBy != null && !reviewBy.isAfter(LocalDate.ofInstant(clock.instant(), Clocks.ZONE));
  }

  /** True once the last review of the emergency lane is late. */
  public boolean isLate(RebuttalQueries.Line line) {
    var dueAt = line.dueAt();
    return dueAt != null && dueAt.isBefore(clock.instant());
  }

  public boolean isNarrowed() {
    return !(getQ() + getState() + getArea()).isBlank();
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page.after().isEmpty() ? "" : filters() + "&after=" + page.after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page.before().isEmpty() ? "" : filters() + "&before=" + page.before();
  }

  private String filters() {
    return "/console/rumour/rebuttals?q="
        + Screen.encode(getQ())
        + "&state="
        + Screen.encode(getState())
        + "&area="
        + Screen.encode(getArea());
  }
}
