package firstline.publicity.desk;

import firstline.persistence.database.Ids;
import firstline.persistence.sample.SampleContribution;
import firstline.publicity.ledger.MoveCopies;
import firstline.publicity.ledger.Movement;
import firstline.publicity.ledger.PrintCopies;
import firstline.publicity.material.Kind;
import firstline.publicity.recall.AnswerRecall;
import firstline.publicity.recall.RecallMaterial;
import firstline.publicity.recall.RecallQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.UUID;
import java.util.function.Consumer;

/** A poster of the sample city with a wrong telephone number: printed, sent, recalled. */
@ApplicationScoped
public class SampleRecall implements SampleContribution {
  private static final String CITY = SampleVersions.CITY;
  private static final String COUNTY = "511502000000";

  @Inject private SampleVersions versions;
  @Inject private PrintCopies printCopies;
  @Inject private MoveCopies moveCopies;
  @Inject private RecallMaterial recallMaterial;
  @Inject private RecallQueries recallQueries;
  @Inject private AnswerRecall answerRecall;

  @Override
  public int order() {
    return 215;
  }

  @Override
  public void found(Consumer<String> seat) {
    var version =
        versions.publish(
            seat,
            versions.picture(
                seat,
                Kind.POSTER,
                SampleVersions.FIRE,
                "森林防火海报",
                "橙色底的森林防火海报，下方印着报警电话",
                SampleRecall::draw));
    var batch = printCopies.print(new PrintCopies.Command(version, CITY, "宜宾新华印务", 1_200, 96_000));
    seat.accept("storekeeper");
    var sent = sent(batch, CITY, COUNTY, 400);
    seat.accept("storekeeper.cuiping");
    moveCopies.move(
        new Movement(
            Ids.next(), batch, Movement.Kind.RECEIVE, COUNTY, "", sent, 400, "", 0, "", ""));
    sent(batch, COUNTY, "511502101000", 100);
    seat.accept("material.publisher");
    recallMaterial.recall(
        new RecallMaterial.Command(
            version, versions.now(version).version(), false, "报警电话印错了，应为 12119。请停止张贴，就地销毁并回报份数。"));
    seat.accept("storekeeper.cuiping");
    recallQueries
        .mine()
        .forEach(
            task ->
                answerRecall.answer(
                    new AnswerRecall.Command(task.id(), task.quantity() - 2, 0, "两份已张贴，正在揭除")));
  }

  private UUID sent(UUID batch, String from, String to, long quantity) {
    var id = Ids.next();
    moveCopies.move(
        new Movement(id, batch, Movement.Kind.SEND, from, to, null, quantity, "", 0, "", ""));
    return id;
  }

  private static void draw(Graphics2D pen) {
    pen.setColor(new Color(0x8A4B08));
    pen.fillRect(0, 0, 297, 420);
    pen.setColor(Color.WHITE);
    pen.fillPolygon(new int[] {148, 70, 226}, new int[] {60, 260, 260}, 3);
    pen.fillRect(60, 330, 177, 24);
  }
}
