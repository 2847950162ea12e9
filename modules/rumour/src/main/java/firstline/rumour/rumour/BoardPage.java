package firstline.rumour.rumour;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pipeline as lanes of cards, with a table that says the same. */
@Named("rumourBoard")
@RequestScoped
public class BoardPage {
  @Inject private BoardQueries queries;

  private @Nullable List<BoardQueries.Lane> lanes;

  public List<BoardQueries.Lane> getLanes() {
    if (lanes == null) {
      lanes = queries.lanes();
    }
    return lanes;
  }
}
