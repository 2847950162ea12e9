package firstline.console.circular;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice as it is written, and to how many it would go. */
@Named
@RequestScoped
public class CircularFormPage {
  /** A department or a role that may be ticked. */
  public record Box(String code, String name, String place, boolean ticked) {}

  @Inject private SendCircular sendCircular;
  @Inject private CircularQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Language language;

  private @Nullable Long reached;
  private @Nullable UUID sent;

  public String typed(String field) {
    return field.equals("area") && !screen.names("posted")
        ? desk.officer().areaCode()
        : screen.parameter(field);
  }

  public List<Box> getDepartments() {
    return boxes(queries.departments(), "department");
  }

  public List<Box> getRoles() {
    return boxes(queries.roles(language.english()), "role");
  }

  private List<Box> boxes(List<CircularQueries.Choice> choices, String field) {
    var ticked = screen.parameters(field);
    return choices.stream()
        .map(one -> new Box(one.code(), one.name(), one.place(), ticked.contains(one.code())))
        .toList();
  }

  /** How many boxes of the field are ticked. */
  public int ticked(String field) {
    return screen.parameters(field).size();
  }

  /** To how many it would go; null until that was asked. */
  public @Nullable Long getReached() {
    return reached;
  }

  public void count() {
    screen.attempt(() -> reached = sendCircular.reached(audience()));
  }

  public void send() {
    screen.run(
        () ->
            sent =
                sendCircular.send(
                    new SendCircular.Command(
                        screen.parameter("heading"),
                        screen.parameter("body"),
                        screen.parameter("link").strip().replaceFirst("^https?://[^/]+(?=/)", ""),
                        audience(),
                        until())),
        "circular.sent",
        () -> "/console/circular?id=" + Objects.requireNonNull(sent));
  }

  private SendCircular.Audience audience() {
    return new SendCircular.Audience(
        screen.parameter("area"), screen.parameters("department"), screen.parameters("role"));
  }

  private @Nullable LocalDate until() {
    var typed = screen.parameter("until").strip();
    if (typed.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException e) {
      throw new Refusal("bulletin.date", typed);
    }
  }
}
