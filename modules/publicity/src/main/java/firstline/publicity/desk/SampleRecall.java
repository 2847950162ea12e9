package firstline.publicity.desk;

import firstline.persistence.database.Ids;
import firstline.persistence.sample.SampleContribution;
import firstline.publicity.ledger.MoveCopies;
import firstline.publicity.ledger.Movement;
import firstline.publicity.ledger.PrintCopies;
import firstline.publicity.material.Content;
import firstline.publicity.material.DraftMaterial;
import firstline.publicity.material.Kind;
import firstline.publicity.material.Material;
import firstline.publicity.material.MaterialQueries;
import firstline.publicity.material.PublishMaterial;
import firstline.publicity.material.ReviewMaterial;
import firstline.publicity.material.Source;
import firstline.publicity.material.SubmitMaterial;
import firstline.publicity.material.TakeFile;
import firstline.publicity.material.Variant;
import firstline.publicity.recall.AnswerRecall;
import firstline.publicity.recall.RecallMaterial;
import firstline.publicity.recall.RecallQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** A poster of the sample city with a wrong telephone number: printed, sent, recalled. */
@ApplicationScoped
public class SampleRecall implements SampleContribution {
  private static final String CITY = "511500000000";
  private static final String COUNTY = "511502000000";
  private static final UUID FIRE = UUID.fromString("00000000-0000-7000-8000-000000002002");

  @Inject private TakeFile takeFile;
  @Inject private DraftMaterial draftMaterial;
  @Inject private SubmitMaterial submitMaterial;
  @Inject private ReviewMaterial reviewMaterial;
  @Inject private PublishMaterial publishMaterial;
  @Inject private MaterialQueries queries;
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
    var version = published(seat);
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
            version, row(version).version(), false, "报警电话印错了，应为 12119。请停止张贴，就地销毁并回报份数。"));
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

  /** Leaves the publisher at the desk. */
  private UUID published(Consumer<String> seat) {
    seat.accept("designer");
    var file =
        takeFile.take(
            new TakeFile.Command(new ByteArrayInputStream(picture()), "森林防火海报.png", CITY));
    var version =
        draftMaterial.draft(
            new DraftMaterial.Command(
                CITY,
                Kind.POSTER,
                new Material.Filing(FIRE, null),
                new Variant("zh", "", "", "A3"),
                new Content(
                    "森林防火海报", "", "橙色底的森林防火海报，下方印着报警电话", "", file, Source.FREE, "", null, null)));
    submitMaterial.submit(new SubmitMaterial.Command(version, row(version).version()));
    seat.accept("designer.reviewer");
    var waiting = row(version);
    reviewMaterial.approve(new ReviewMaterial.Approve(version, waiting.version(), waiting.hash()));
    seat.accept("material.publisher");
    publishMaterial.publish(new PublishMaterial.Command(version, row(version).version()));
    return version;
  }

  private MaterialQueries.Version row(UUID version) {
    return queries.one(queries.of(version)).versions().get(0);
  }

  private static byte[] picture() {
    var image = new BufferedImage(297, 420, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(new Color(0x8A4B08));
    pen.fillRect(0, 0, 297, 420);
    pen.setColor(Color.WHITE);
    pen.fillPolygon(new int[] {148, 70, 226}, new int[] {60, 260, 260}, 3);
    pen.fillRect(60, 330, 177, 24);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
