package firstline.publicity.making;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.text.PaperFont;
import firstline.publicity.PublicityRights;
import firstline.publicity.material.MaterialQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits to be made from rebuttals, and what was. */
@Named
@RequestScoped
public class MakingPage {
  @Inject private MakingQueries queries;
  @Inject private MaterialQueries materials;
  @Inject private MakeMaterial makeMaterial;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<MakingQueries.Line> lines;
  private @Nullable UUID made;

  public List<MakingQueries.Line> getLines() {
    if (lines == null) {
      lines = queries.lines();
    }
    return lines;
  }

  /** False if words become outlines, which nobody can search. */
  public boolean isWords() {
    return PaperFont.embeds();
  }

  /** What a telephone would show. */
  public ShortMessage message(MakingQueries.Line line) {
    return Template.message(
        new WaitingLines.Line(line.number(), line.language(), "", line.hash(), line.line()));
  }

  public boolean isDrafting() {
    return desk.may(PublicityRights.DRAFT);
  }

  public void make() {
    screen.run(
        () ->
            made =
                makeMaterial.make(
                    new MakeMaterial.Command(
                        screen.parameter("number"),
                        screen.parameter("language"),
                        Form.valueOf(screen.parameter("form")))),
        "making.done",
        () -> "/console/publicity/material?id=" + materials.of(Objects.requireNonNull(made)));
  }
}
