package firstline.broadcast.proof;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One occurrence down to each speaker. */
@Named
@RequestScoped
public class PlayPage {
  @Inject private ProofQueries queries;
  @Inject private Screen screen;
  @Inject private Words words;

  private ProofQueries.@Nullable Occurrence view;
  private List<ProofQueries.Line> rows = List.of();

  public void load() {
    var no = screen.parameter("no");
    if (!no.matches("[0-9]{1,18}")) {
      throw new NotFound();
    }
    view = queries.one(Long.parseLong(no)).stream().findFirst().orElseThrow(NotFound::new);
    rows = queries.speakers(view.no(), getEnd(), screen.parameter("after"));
  }

  public ProofQueries.Occurrence getView() {
    if (view == null) {
      load();
    }
    return java.util.Objects.requireNonNull(view);
  }

  public List<ProofQueries.Line> getRows() {
    return rows;
  }

  /** Where it was not planned for want of minutes, in words; mostly empty. */
  public String getOverBudget() {
    return String.join(words.get("broadcast.and"), queries.overBudget(getView().no()));
  }

  /** The end to which the list is narrowed, or empty. */
  public String getEnd() {
    return screen.parameter("end");
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return rows.size() < ProofQueries.SPEAKERS
        ? ""
        : "/console/broadcast/play?no="
            + getView().no()
            + "&end="
            + Screen.encode(getEnd())
            + "&after="
            + Screen.encode(rows.get(rows.size() - 1).serial());
  }
}
