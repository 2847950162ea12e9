package firstline.publicity.desk;

import firstline.persistence.right.ServerDesk;
import firstline.persistence.sample.SampleContribution;
import firstline.persistence.text.ChineseFont;
import firstline.publicity.making.Form;
import firstline.publicity.making.HearAtOnce;
import firstline.publicity.making.MakeMaterial;
import firstline.publicity.making.MakingQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/**
 * Of the lines that the sample city's rumour department handed over, one became a poster that hangs
 * and a short message that is looked over; the others wait.
 */
@ApplicationScoped
public class SampleMaking implements SampleContribution {
  @Inject private HearAtOnce hearAtOnce;
  @Inject private MakingQueries makingQueries;
  @Inject private MakeMaterial makeMaterial;
  @Inject private SampleVersions versions;
  @Inject private ServerDesk server;

  @Override
  public int order() {
    return 205;
  }

  @Override
  public void found(Consumer<String> seat) {
    seat.accept("designer");
    server.as("publicity.sample", hearAtOnce::hear);
    var lines = makingQueries.lines();
    if (lines.isEmpty()) {
      return;
    }
    var first = lines.get(0);
    if (ChineseFont.find().isPresent()) {
      versions.publish(
          seat,
          makeMaterial.make(
              new MakeMaterial.Command(first.number(), first.language(), Form.POSTER_A3)));
      seat.accept("designer");
    }
    versions.submit(
        seat,
        makeMaterial.make(new MakeMaterial.Command(first.number(), first.language(), Form.SMS)));
  }
}
