package firstline.console.deputy;

import firstline.console.signin.PersonalRights;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who stands in for whom, and the form that names a deputy. */
@Named
@RequestScoped
public class DeputiesPage {
  private static final String HERE = "/console/deputies";

  @Inject private DeputyQueries queries;
  @Inject private NameDeputy nameDeputy;
  @Inject private PersonalRights personalRights;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Words words;
  @Inject private Clock clock;

  private @Nullable List<DeputyQueries.Line> lines;
  private @Nullable List<DeputyQueries.Choice> colleagues;

  /** Read at the first use: a posted form is looked for in the rows before any action runs. */
  public List<DeputyQueries.Line> getLines() {
    if (lines == null) {
      lines = queries.list();
    }
    return lines;
  }

  public List<DeputyQueries.Choice> getColleagues() {
    if (colleagues == null) {
      colleagues = queries.colleagues();
    }
    return colleagues;
  }

  /** True for who may name a deputy for others of the department. */
  public boolean isArranging() {
    return desk.may(OfficeRights.ARRANGE);
  }

  public String getMe() {
    return desk.officer().username();
  }

  public LocalDate getToday() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  /** The last day of one, itself counted. */
  public LocalDate last(DeputyQueries.Line line) {
    return LocalDate.ofInstant(line.ends().minusMillis(1), Clocks.ZONE);
  }

  /** The rights that do not pass, in words. */
  public String getStaying() {
    return personalRights.staying().stream()
        .map(right -> words.get("right." + right))
        .collect(Collectors.joining(words.get("deputy.joint")));
  }

  /** What was typed, for the form that a refusal shows again. */
  public String typed(String field) {
    var typed = screen.parameter(field);
    return switch (field) {
      case "absent" -> typed.isEmpty() ? getMe() : typed;
      case "from", "until" -> typed.isEmpty() ? getToday().toString() : typed;
      default -> typed;
    };
  }

  public void name() {
    screen.run(
        () ->
            nameDeputy.name(
                new NameDeputy.Command(
                    typed("absent"),
                    screen.parameter("deputy"),
                    day("from"),
                    day("until"),
                    screen.parameter("reason"))),
        "deputy.named",
        HERE);
  }

  private LocalDate day(String field) {
    try {
      return LocalDate.parse(screen.parameter(field));
    } catch (DateTimeException e) {
      throw new Refusal("deputy.day", screen.parameter(field));
    }
  }

  public void end() {
    screen.run(() -> nameDeputy.end(screen.id()), "deputy.ended", HERE);
  }
}
