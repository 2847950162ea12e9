package firstline.console.trouble;

import firstline.console.screen.Preferences;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A problem: as it is reported, and as it is answered. */
@Named
@RequestScoped
public class TroublePage {
  private static final String HERE = "/console/trouble?id=";

  @Inject private TroubleQueries queries;
  @Inject private ReportTrouble reportTrouble;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Language language;
  @Inject private Preferences preferences;

  private TroubleQueries.@Nullable View view;
  private @Nullable UUID reported;

  /** Whoever reported it sees by opening it what was said to it. */
  public void load() {
    if (getView().unseen() && desk.officer().lookedAtBy() == null) {
      reportTrouble.see(screen.id());
    }
  }

  public TroubleQueries.View getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  public boolean isOpen() {
    return getView().line().managed() && !getView().line().state().equals("CLOSED");
  }

  /** The page that goes with a new report, without what was typed into it. */
  public String getFrom() {
    return Where.of(screen.parameter("from"));
  }

  public String getIncident() {
    var incident = screen.parameter("incident");
    return incident.matches("[0-9A-F]{8}") ? incident : "";
  }

  /** What was typed and refused; empty otherwise. */
  public String typed(String field) {
    return screen.parameter(field);
  }

  public void report() {
    screen.run(
        () ->
            reported =
                reportTrouble.report(
                    new ReportTrouble.Command(
                        screen.parameter("said"),
                        getFrom(),
                        language.tag(),
                        preferences.getTheme(),
                        width(),
                        getIncident())),
        "trouble.reported",
        () -> HERE + Objects.requireNonNull(reported));
  }

  private @Nullable Integer width() {
    var width = screen.parameter("width");
    return width.matches("[1-9]\\d{2,4}") ? Integer.valueOf(width) : null;
  }

  public void answer() {
    screen.run(() -> reportTrouble.answer(said()), "trouble.answered", HERE + screen.id());
  }

  public void close() {
    screen.run(() -> reportTrouble.close(said()), "trouble.closed", HERE + screen.id());
  }

  private ReportTrouble.Answer said() {
    return new ReportTrouble.Answer(screen.id(), screen.parameter("answer"));
  }
}
