package firstline.market.complaint;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A letter as it is typed, and those that are near it. */
@Named
@RequestScoped
public class ComplaintFormPage {
  @Inject private ComplaintQueries queries;
  @Inject private TakeInLetter takeInLetter;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private List<ComplaintQueries.Line> near = List.of();
  private @Nullable UUID taken;

  public List<String> getChannels() {
    return Letter.Channel.sent().stream().map(Enum::name).toList();
  }

  /** What a letter can be. */
  public List<String> getWhats() {
    return List.of("COMPLAINT", "TIPOFF", "BOTH");
  }

  /** Letters that may be the same; shown once before the letter is taken in. */
  public List<ComplaintQueries.Line> getNear() {
    return near;
  }

  public String typed(String field) {
    return field.equals("area") && !screen.names("posted")
        ? desk.officer().areaCode()
        : screen.parameter(field);
  }

  /** Takes it in; or shows what is near it, and takes it in the next time. */
  public void take() {
    if (!screen.names("seen")) {
      near = queries.near(typed("operator"), typed("place"), typed("goods"));
      if (!near.isEmpty()) {
        return;
      }
    }
    screen.run(
        () ->
            taken =
                takeInLetter.takeIn(
                    new TakeInLetter.Command(
                        !typed("what").equals("TIPOFF"),
                        !typed("what").equals("COMPLAINT"),
                        typed("area"),
                        typed("channel"),
                        typed("operator"),
                        typed("place"),
                        typed("goods"),
                        typed("facts"),
                        typed("contact"))),
        "complaint.taken",
        () -> "/console/market/complaint?id=" + Objects.requireNonNull(taken));
  }
}
