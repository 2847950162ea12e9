package firstline.publicity.recall;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.screen.Screen;
import firstline.publicity.material.MaterialQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recall as it is ordered: of the version that the address names, or of all of them. */
@Named
@RequestScoped
public class RecallFormPage {
  @Inject private MaterialQueries queries;
  @Inject private RecallMaterial recallMaterial;
  @Inject private Screen screen;

  private MaterialQueries.@Nullable View view;
  private @Nullable UUID recalled;

  public void load() {
    getShown();
  }

  public MaterialQueries.View getView() {
    if (view == null) {
      view = queries.one(queries.of(screen.id("v")));
    }
    return view;
  }

  public MaterialQueries.Version getShown() {
    return getView().versions().stream()
        .filter(one -> one.id().equals(screen.id("v")))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  public String getReason() {
    return screen.parameter("reason");
  }

  public boolean isAll() {
    return screen.parameter("scope").equals("all");
  }

  public void recall() {
    screen.run(
        () ->
            recalled =
                recallMaterial.recall(
                    new RecallMaterial.Command(
                        screen.id("v"), screen.version(), isAll(), getReason())),
        "recall.done",
        () -> "/console/publicity/recall?id=" + Objects.requireNonNull(recalled));
  }
}
