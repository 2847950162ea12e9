package firstline.rumour.appeal;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form on which an officer takes in an appeal. */
@Named
@RequestScoped
public class AppealFormPage {
  @Inject private AppealQueries queries;
  @Inject private FileAppeal fileAppeal;
  @Inject private Screen screen;

  private @Nullable UUID filed;

  /** What was typed, or the number that the address names. */
  public String typed(String field) {
    return screen.parameter(field);
  }

  public void file() {
    screen.run(
        () ->
            filed =
                fileAppeal.file(
                    new FileAppeal.Command(
                        against(),
                        new Objection(
                            screen.parameter("kind").equals("person"),
                            screen.parameter("party"),
                            screen.parameter("objection")),
                        screen.parameter("contact"))),
        "rumour.appeal.filed",
        () -> "/console/rumour/appeal?id=" + filed);
  }

  private UUID against() {
    var number = screen.parameter("rebuttal");
    return queries.against(number).stream()
        .map(AppealQueries.Against::id)
        .findFirst()
        .orElseThrow(() -> new Refusal("appeal.no-such-rebuttal", number));
  }
}
