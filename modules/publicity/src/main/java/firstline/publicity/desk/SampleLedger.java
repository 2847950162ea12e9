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
import org.jspecify.annotations.Nullable;

/**
 * The sample city's leaflets: 68,000 handed out at stations, 100,000 in villages, 2,400 at the
 * airport, and some on their way to a township.
 */
@ApplicationScoped
public class SampleLedger implements SampleContribution {
  private static final String CITY = "511500000000";
  private static final String COUNTY = "511502000000";
  private static final UUID EPIDEMIC = UUID.fromString("00000000-0000-7000-8000-000000002001");

  @Inject private TakeFile takeFile;
  @Inject private DraftMaterial draftMaterial;
  @Inject private SubmitMaterial submitMaterial;
  @Inject private ReviewMaterial reviewMaterial;
  @Inject private PublishMaterial publishMaterial;
  @Inject private MaterialQueries queries;
  @Inject private PrintCopies printCopies;
  @Inject private MoveCopies moveCopies;

  @Override
  public int order() {
    return 210;
  }

  @Override
  public void found(Consumer<String> seat) {
    var citizens = printed(seat, "致市民朋友的一封信", new Color(0x1f5fa8), 180_000, 2_160_000);
    var travellers = printed(seat, "旅客防疫须知", new Color(0x2e7d4f), 3_000, 60_000);
    seat.accept("storekeeper");
    for (var place : new String[] {"宜宾西站", "宜宾站", "高客中心站", "南客站"}) {
      handOut(citizens, CITY, 17_000, place);
    }
    for (var village = 1; village <= 20; village++) {
      handOut(citizens, CITY, 5_000, "第 " + village + " 片区各村入户");
    }
    handOut(travellers, CITY, 2_400, "五粮液机场到达厅");
    var sent = move(citizens, Movement.Kind.SEND, CITY, COUNTY, null, 6_000, "", "");
    move(citizens, Movement.Kind.SEND, CITY, COUNTY, null, 500, "", "");
    move(travellers, Movement.Kind.DESTROY, CITY, "", null, 60, "", "受潮");
    seat.accept("storekeeper.cuiping");
    move(citizens, Movement.Kind.RECEIVE, COUNTY, "", sent, 5_990, "", "");
    move(citizens, Movement.Kind.SEND, COUNTY, "511502101000", null, 800, "", "");
  }

  private UUID printed(
      Consumer<String> seat, String title, Color colour, long quantity, long cost) {
    var version = published(seat, title, colour);
    return printCopies.print(new PrintCopies.Command(version, CITY, "宜宾新华印务", quantity, cost));
  }

  /** Leaves the publisher at the desk. */
  private UUID published(Consumer<String> seat, String title, Color colour) {
    seat.accept("designer");
    var file =
        takeFile.take(
            new TakeFile.Command(new ByteArrayInputStream(picture(colour)), title + ".png", CITY));
    var version =
        draftMaterial.draft(
            new DraftMaterial.Command(
                CITY,
                Kind.LEAFLET,
                new Material.Filing(EPIDEMIC, null),
                new Variant("zh", "", "", "A5"),
                new Content(
                    title, "", "“" + title + "”传单", "", file, Source.FREE, "", null, null)));
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

  private static byte[] picture(Color colour) {
    var image = new BufferedImage(296, 420, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 296, 420);
    pen.setColor(colour);
    pen.fillRect(0, 0, 296, 90);
    for (var line = 0; line < 12; line++) {
      pen.fillRect(28, 120 + 22 * line, line % 4 == 3 ? 150 : 240, 6);
    }
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void handOut(UUID batch, String area, long quantity, String place) {
    moveCopies.move(
        new Movement(
            Ids.next(),
            batch,
            Movement.Kind.HAND_OUT,
            area,
            "",
            null,
            quantity,
            place,
            quantity,
            "一人一份",
            ""));
  }

  private UUID move(
      UUID batch,
      Movement.Kind kind,
      String area,
      String to,
      @Nullable UUID consignment,
      long quantity,
      String place,
      String reason) {
    var id = Ids.next();
    moveCopies.move(
        new Movement(id, batch, kind, area, to, consignment, quantity, place, 0, "", reason));
    return id;
  }
}
