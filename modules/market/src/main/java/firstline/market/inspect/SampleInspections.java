package firstline.market.inspect;

import firstline.market.casefile.Matter;
import firstline.market.operator.Operators;
import firstline.persistence.database.Ids;
import firstline.persistence.digest.Sha256;
import firstline.persistence.right.Desk;
import firstline.persistence.sample.SampleContribution;
import firstline.persistence.time.Clocks;
import firstline.persistence.time.SampleTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** The campaign's inspections in the sample county: a draw, and one inspection in every state. */
@ApplicationScoped
public class SampleInspections implements SampleContribution {
  private static final String COUNTY = "511502000000";
  private static final String CLERK = "market.clerk";
  private static final String HEAD = "market.head";
  private static final String OFFICER = "market.officer";
  private static final List<String> SHOPS =
      List.of("康民大药房", "惠家超市", "南门粮油店", "便民蔬菜店", "百草堂药店", "金鹏日用品店", "江北生鲜超市", "合江门农贸市场");
  private static final List<GoodsGroup> GOODS =
      List.of(
          GoodsGroup.MASKS,
          GoodsGroup.PRICE,
          GoodsGroup.FOOD,
          GoodsGroup.FOOD,
          GoodsGroup.MEDICINE,
          GoodsGroup.MASKS,
          GoodsGroup.FOOD,
          GoodsGroup.WILDLIFE);

  @Inject private PlanInspection planInspection;
  @Inject private MoveInspection moveInspection;
  @Inject private RecordVisit recordVisit;
  @Inject private KeepPicture keepPicture;
  @Inject private HandOver handOver;
  @Inject private RegisterOperator registerOperator;
  @Inject private DrawInspections drawInspections;
  @Inject private InspectionQueries queries;
  @Inject private VisitQueries visits;
  @Inject private SampleTime time;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Override
  public int order() {
    return 440;
  }

  @Override
  public void found(Consumer<String> seat) {
    for (var state : InspectionState.values()) {
      time.ago(Duration.ofDays(24 - state.ordinal()));
      seat.accept(CLERK);
      var which = state.ordinal() % SHOPS.size();
      var id =
          planInspection.target(
              new PlanInspection.Target(
                  COUNTY, shop(state.ordinal()), GOODS.get(which), "疫情防控期间市场秩序专项检查"));
      walk(id, state, seat);
    }
    time.ago(Duration.ofDays(2));
    seat.accept(CLERK);
    for (var i = 0; i < 2 * SHOPS.size(); i++) {
      registerOperator.register(
          new RegisterOperator.Command(
              COUNTY,
              shop(100 + i),
              GOODS.get(i % SHOPS.size()),
              Risk.values()[i % Risk.values().length]));
    }
    drawInspections.draw(
        new DrawInspections.Command(
            COUNTY, "二月第二周双随机抽查", Map.of(GoodsGroup.MASKS, SHARES, GoodsGroup.FOOD, SHARES), 90));
    time.over();
  }

  private static final Map<Risk, Integer> SHARES =
      Map.of(Risk.HIGH, 50, Risk.MEDIUM, 30, Risk.LOW, 10);

  private static Operators.Party shop(int number) {
    return new Operators.Party(
        SHOPS.get(number % SHOPS.size()) + "（示例" + (number + 1) + "）",
        true,
        "",
        "翠屏区南街" + (number + 1) + "号",
        "");
  }

  private void walk(UUID id, InspectionState state, Consumer<String> seat) {
    if (state == InspectionState.PLANNED) {
      return;
    }
    seat.accept(HEAD);
    var officers =
        queries.qualified(id).stream().limit(2).map(InspectionQueries.Person::id).toList();
    moveInspection.byHead(
        new MoveInspection.Command(id, version(id), InspectionAction.ASSIGN, officers, "", ""));
    if (state == InspectionState.ASSIGNED) {
      return;
    }
    time.pass(Duration.ofHours(20));
    seat.accept(OFFICER);
    if (state == InspectionState.ON_SITE) {
      moveInspection.byOfficer(note(id, InspectionAction.ARRIVE, ""));
      return;
    }
    var clean = state == InspectionState.NO_FINDING || state == InspectionState.SUBMITTED;
    visit(id, !clean);
    if (state == InspectionState.SUBMITTED) {
      return;
    }
    time.pass(Duration.ofHours(3));
    seat.accept(HEAD);
    if (state == InspectionState.RETURNED) {
      moveInspection.byHead(note(id, InspectionAction.RETURN, "请补拍价签照片。"));
      return;
    }
    moveInspection.byHead(note(id, InspectionAction.CONFIRM, ""));
    decide(id, state, seat);
  }

  private void decide(UUID id, InspectionState state, Consumer<String> seat) {
    switch (state) {
      case NO_FINDING -> moveInspection.byHead(note(id, InspectionAction.FIND_NOTHING, ""));
      case LEAD -> {
        seat.accept(CLERK);
        handOver.toLead(new HandOver.ToLead(id, version(id), ""));
      }
      case CORRECTION_ORDERED, RECHECK, CORRECTED, CASE -> {
        var due = LocalDate.ofInstant(clock.instant(), Clocks.ZONE).plusDays(3).toString();
        moveInspection.byHead(
            new MoveInspection.Command(
                id,
                version(id),
                InspectionAction.ORDER_CORRECTION,
                List.of(),
                due,
                "三日内补齐价签并公示营业执照。"));
        if (state != InspectionState.CORRECTION_ORDERED) {
          recheck(id, state, seat);
        }
      }
      default -> {}
    }
  }

  private void recheck(UUID id, InspectionState state, Consumer<String> seat) {
    time.pass(Duration.ofDays(3));
    seat.accept(OFFICER);
    visit(id, state == InspectionState.CASE);
    if (state == InspectionState.CORRECTED) {
      seat.accept(HEAD);
      moveInspection.byHead(note(id, InspectionAction.FIND_CORRECTED, "已改正。"));
    } else if (state == InspectionState.CASE) {
      seat.accept(CLERK);
      handOver.toCase(
          new HandOver.ToCase(id, version(id), Matter.PRICE_MARKING, "逾期未改正未明码标价", false, false));
    }
  }

  private MoveInspection.Command note(UUID id, InspectionAction action, String note) {
    return MoveInspection.Command.note(id, version(id), action, note);
  }

  private long version(UUID id) {
    return queries.one(id).version();
  }

  private void visit(UUID id, boolean finds) {
    var pictures = new ArrayList<byte[]>();
    var kinds = List.of("PHOTO", "PHOTO", "PARTY", "OFFICER");
    for (var kind : kinds) {
      pictures.add(jpeg(kind.equals("PHOTO"), id.hashCode() + pictures.size()));
    }
    var ids = kinds.stream().map(kind -> Ids.next()).toList();
    recordVisit.record(
        new RecordVisit.Command(Visit.read(Ids.next(), told(id, finds, kinds, ids, pictures))));
    for (var i = 0; i < ids.size(); i++) {
      keepPicture.keep(
          new KeepPicture.Command(ids.get(i), new ByteArrayInputStream(pictures.get(i))));
    }
  }

  private JsonObject told(
      UUID id, boolean finds, List<String> kinds, List<UUID> ids, List<byte[]> bytes) {
    var now = clock.instant();
    var answers = Json.createArrayBuilder();
    var items = visits.items(queries.one(id).checklist());
    for (var item : items) {
      var no = finds && item.place() == items.size() - 1;
      answers.add(
          Json.createObjectBuilder()
              .add("place", item.place())
              .add("answer", no ? "NO" : "YES")
              .add("note", no ? "部分商品没有价签" : ""));
    }
    var pictures = Json.createArrayBuilder();
    for (var i = 0; i < kinds.size(); i++) {
      pictures.add(
          Json.createObjectBuilder()
              .add("id", ids.get(i).toString())
              .add("kind", kinds.get(i))
              .add("sha256", Sha256.hex(bytes.get(i)))
              .add("taken", now.minusSeconds(900L - i).toEpochMilli())
              .add("latitude", 28.7674 + i / 10_000.0)
              .add("longitude", 104.6306));
    }
    return Json.createObjectBuilder()
        .add("inspection", id.toString())
        .add("arrived", now.minusSeconds(2_400).toEpochMilli())
        .add("left", now.toEpochMilli())
        .add("present", "店长（示例）")
        .add("unsigned", "")
        .add("note", "执法人员 " + desk.officer().name() + " 出示执法证件后进行检查。")
        .add("answers", answers)
        .add("pictures", pictures)
        .build();
  }

  /** A counter with boxes, or a stroke of a pen. */
  private static byte[] jpeg(boolean photo, int seed) {
    var chance = new Random(seed);
    var picture = new BufferedImage(600, photo ? 450 : 200, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(photo ? new Color(0xE6DFD2) : Color.WHITE);
    pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    if (photo) {
      for (var i = 0; i < 18; i++) {
        pen.setColor(Color.getHSBColor(chance.nextFloat(), 0.35f, 0.8f));
        pen.fillRect(20 + i % 6 * 95, 40 + i / 6 * 130, 80, 70 + chance.nextInt(40));
      }
    } else {
      pen.setColor(new Color(0x1F2933));
      pen.setStroke(new BasicStroke(4));
      var line = new Path2D.Double();
      line.moveTo(60, 100);
      for (var x = 80; x < 540; x += 40) {
        line.quadTo(x - 10, chance.nextInt(200), x + 20, 60 + chance.nextInt(80));
      }
      pen.draw(line);
    }
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
