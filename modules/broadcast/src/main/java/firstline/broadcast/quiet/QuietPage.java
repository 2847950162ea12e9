package firstline.broadcast.quiet;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.chosen.ChosenSettings;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Windows and budgets on the screen, and the forms that set them. */
@Named
@RequestScoped
public class QuietPage {
  private static final String HERE = "/console/broadcast/quiet";

  @Inject private QuietQueries queries;
  @Inject private SetQuietWindow setQuietWindow;
  @Inject private SetNoiseBudget setNoiseBudget;
  @Inject private EndQuiet endQuiet;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Language language;
  @Inject private Clock clock;
  @Inject private ChosenSettings settings;

  private @Nullable Page<QuietQueries.Line> page;
  private @Nullable List<QuietQueries.Budget> budgets;
  private QuietQueries.@Nullable Preview preview;

  private Page<QuietQueries.Line> page() {
    if (page == null) {
      page =
          queries.list(
              isEnded(),
              language.tag(),
              Cursor.read(screen.parameter("after"), screen.parameter("before")));
    }
    return page;
  }

  public List<QuietQueries.Line> getRows() {
    return page().rows();
  }

  public List<QuietQueries.Budget> getBudgets() {
    if (budgets == null) {
      budgets = queries.budgets(isEnded());
    }
    return budgets;
  }

  public boolean isEnded() {
    return screen.parameter("ended").equals("true");
  }

  public boolean isSetting() {
    return desk.may(BroadcastRights.QUIET) && !isEnded();
  }

  public List<QuietKind> getKinds() {
    return List.of(QuietKind.values());
  }

  public List<String> getDays() {
    return QuietForm.DAYS;
  }

  /** What was typed, or what is usual. */
  public String typed(String field) {
    var typed = screen.parameter(field);
    return typed.isEmpty() && !screen.names("posted")
        ? Map.of(
                "kind", QuietKind.NIGHT.name(),
                "days", "EVERY",
                "begins", settings.text(QuietSettings.BEGINS),
                "ends", settings.text(QuietSettings.ENDS),
                "from", LocalDate.ofInstant(clock.instant(), Clocks.ZONE).toString(),
                "area", desk.officer().areaCode(),
                "budgetArea", desk.officer().areaCode())
            .getOrDefault(field, "")
        : typed;
  }

  /** The time that is being typed, read back; null until it is asked for. */
  public QuietQueries.@Nullable Preview getPreview() {
    return preview;
  }

  public void look() {
    screen.attempt(() -> preview = queries.preview(QuietForm.read(this::typed), typed("area")));
  }

  public void set() {
    screen.run(
        () ->
            setQuietWindow.set(
                new SetQuietWindow.Command(
                    typed("area"),
                    QuietKind.valueOf(typed("kind")),
                    typed("title"),
                    QuietForm.read(this::typed))),
        "broadcast.quiet.done",
        HERE);
  }

  public void setBudget() {
    screen.run(
        () -> {
          if (!typed("minutes").matches("[0-9]{1,6}")) {
            throw new Refusal("quiet.minutes", typed("minutes"));
          }
          setNoiseBudget.set(
              new SetNoiseBudget.Command(
                  typed("budgetArea"), Integer.parseInt(typed("minutes")), typed("reason")));
        },
        "broadcast.quiet.done",
        HERE);
  }

  public void endBudget() {
    screen.run(
        () ->
            endQuiet.budget(
                new EndQuiet.Command(screen.id(), screen.version(), screen.parameter("why"))),
        "broadcast.quiet.over",
        HERE);
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page().before().isEmpty() ? "" : filters() + "&before=" + page().before();
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page().after().isEmpty() ? "" : filters() + "&after=" + page().after();
  }

  private String filters() {
    return HERE + "?ended=" + isEnded();
  }
}
