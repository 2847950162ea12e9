package firstline.publicity.desk;

import firstline.persistence.database.Ids;
import firstline.persistence.sample.SampleContribution;
import firstline.publicity.ledger.MoveCopies;
import firstline.publicity.ledger.Movement;
import firstline.publicity.ledger.PrintCopies;
import firstline.publicity.material.Kind;
import firstline.publicity.scan.ScanCodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sample city's leaflets: 68,000 handed out at stations, 100,000 in villages, 2,400 at the
 * airport, and some on their way to a township.
 */
@ApplicationScoped
public class SampleLedger implements SampleContribution {
  private static final String CITY = SampleVersions.CITY;
  private static final String COUNTY = "511502000000";

  @Inject private SampleVersions versions;
  @Inject private PrintCopies printCopies;
  @Inject private MoveCopies moveCopies;
  @Inject private ScanCodes scanCodes;

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
    for (var village = 1; village <= 19; village++) {
      handOut(citizens, CITY, 5_000, "第 " + village + " 片区各村入户");
    }
    handOut(travellers, CITY, 2_400, "五粮液机场到达厅");
    var sent = move(citizens, Movement.Kind.SEND, CITY, COUNTY, null, 6_000, "", "");
    move(citizens, Movement.Kind.SEND, CITY, COUNTY, null, 500, "", "");
    move(travellers, Movement.Kind.DESTROY, CITY, "", null, 60, "", "受潮");
    seat.accept("storekeeper.cuiping");
    move(citizens, Movement.Kind.RECEIVE, COUNTY, "", sent, 5_990, "", "");
    handOut(citizens, COUNTY, 5_000, "翠屏区各村入户");
    move(citizens, Movement.Kind.SEND, COUNTY, "511502101000", null, 800, "", "");
    scanned(seat, citizens, 46, 31);
    scanned(seat, travellers, 58, 0);
  }

  private UUID printed(
      Consumer<String> seat, String title, Color colour, long quantity, long cost) {
    var version =
        versions.publish(
            seat,
            versions.picture(
                seat,
                Kind.LEAFLET,
                SampleVersions.EPIDEMIC,
                title,
                "“" + title + "”传单",
                pen -> draw(pen, colour)));
    return printCopies.print(new PrintCopies.Command(version, CITY, "宜宾新华印务", quantity, cost));
  }

  /** Scans of the codes of the city, and of the first county. */
  private void scanned(Consumer<String> seat, UUID batch, int city, int county) {
    seat.accept("material.publisher");
    scanCodes.make(batch);
    var codes = scanCodes.of(batch);
    scan(codes.get(0), city);
    scan(codes.get(1), county);
  }

  private void scan(ScanCodes.Code code, int times) {
    for (var time = 0; time < times; time++) {
      scanCodes.count(code.code());
    }
  }

  private static void draw(Graphics2D pen, Color colour) {
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 297, 420);
    pen.setColor(colour);
    pen.fillRect(0, 0, 297, 90);
    for (var line = 0; line < 12; line++) {
      pen.fillRect(28, 120 + 22 * line, line % 4 == 3 ? 150 : 240, 6);
    }
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
