package firstline.publicity.handed;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.publicity.PublicityRights;
import firstline.publicity.material.MaterialQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Texts that other departments have handed over. */
@Named
@RequestScoped
public class HandedPage {
  @Inject private MakeOfHanded makeOfHanded;
  @Inject private MaterialQueries materials;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<MakeOfHanded.Line> rows;
  private @Nullable UUID made;

  public List<MakeOfHanded.Line> getRows() {
    if (rows == null) {
      rows = makeOfHanded.list();
    }
    return rows;
  }

  public boolean isDrafting() {
    return desk.may(PublicityRights.DRAFT);
  }

  public void make() {
    screen.run(
        () -> made = makeOfHanded.make(screen.parameter("number")),
        "handed.made",
        () -> "/console/publicity/material?id=" + materials.of(Objects.requireNonNull(made)));
  }
}
