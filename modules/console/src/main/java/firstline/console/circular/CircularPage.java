package firstline.console.circular;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One notice: to read and acknowledge, or to see who has. */
@Named
@RequestScoped
public class CircularPage {
  private static final String HERE = "/console/circular?id=";

  @Inject private CircularQueries queries;
  @Inject private ReadCircular readCircular;
  @Inject private KeepCircular keepCircular;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private CircularQueries.@Nullable View view;
  private @Nullable List<CircularQueries.Count> counts;
  private @Nullable List<CircularQueries.Person> people;

  /** To open it is to have read it. */
  public void load() {
    if (getView().addressed()
        && getView().readAt() == null
        && desk.officer().lookedAtBy() == null) {
      readCircular.open(getView().line().id());
      view = null;
    }
  }

  public CircularQueries.View getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  private boolean isWithdrawn() {
    return getView().line().state() == CircularState.WITHDRAWN;
  }

  public boolean isAcknowledgeable() {
    return getView().addressed()
        && getView().line().due() != null
        && getView().acknowledgedAt() == null
        && !isWithdrawn();
  }

  public boolean isKept() {
    return getView().sent() && !isWithdrawn();
  }

  public List<CircularQueries.Count> getCounts() {
    if (counts == null) {
      counts = queries.counts(screen.id());
    }
    return Objects.requireNonNull(counts);
  }

  /** The department whose people are shown; empty for all. */
  public String getDepartment() {
    return screen.parameter("of");
  }

  /** True if all are shown, and not only who has not done what it asks. */
  public boolean isAll() {
    return screen.parameter("show").equals("all");
  }

  private List<CircularQueries.Person> fetched() {
    if (people == null) {
      people = queries.people(screen.id(), getDepartment(), !isAll(), screen.parameter("after"));
    }
    return Objects.requireNonNull(people);
  }

  public List<CircularQueries.Person> getPeople() {
    return fetched().stream().limit(CircularQueries.SIZE).toList();
  }

  /** Address of this page with these people. */
  public String href(String department, boolean all) {
    return HERE
        + screen.id()
        + (department.isEmpty() ? "" : "&of=" + Screen.encode(department))
        + (all ? "&show=all" : "")
        + "#people";
  }

  /** Address of the people after these, or empty. */
  public String getNext() {
    var shown = getPeople();
    return fetched().size() <= CircularQueries.SIZE
        ? ""
        : href(getDepartment(), isAll())
            .replace("#", "&after=" + Screen.encode(shown.get(shown.size() - 1).username()) + "#");
  }

  public void acknowledge() {
    run(() -> readCircular.acknowledge(screen.id()), "circular.acknowledged");
  }

  public void remind() {
    run(() -> keepCircular.remind(screen.id()), "circular.reminded");
  }

  public void withdraw() {
    run(
        () ->
            keepCircular.withdraw(
                new KeepCircular.Withdrawal(screen.id(), screen.parameter("why"))),
        "circular.withdrawn");
  }

  private void run(Screen.Action action, String done) {
    screen.run(action, done, HERE + screen.id());
  }
}
