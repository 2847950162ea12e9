package firstline.market.sample;

import firstline.market.casefile.CaseAction;
import firstline.market.casefile.FileCase;
import firstline.market.casefile.Matter;
import firstline.market.casefile.PlanPayment;
import firstline.market.casefile.PublishDecision;
import firstline.market.casefile.RecordRemedy;
import firstline.market.complaint.ActOnComplaint;
import firstline.market.complaint.Action;
import firstline.market.complaint.ComplaintQueries;
import firstline.market.complaint.TakeInLetter;
import firstline.market.measure.Goods;
import firstline.market.measure.MeasureAction;
import firstline.market.measure.MeasureKind;
import firstline.market.measure.MeasureQueries;
import firstline.market.measure.MoveMeasure;
import firstline.market.measure.TakeMeasure;
import firstline.market.money.LateFine.Part;
import firstline.market.operator.Operators;
import firstline.market.referral.MoveReferral;
import firstline.market.referral.ProposeReferral;
import firstline.market.referral.ReferralAction;
import firstline.market.referral.ReferralQueries;
import firstline.persistence.sample.SampleContribution;
import firstline.persistence.time.SampleTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Cases of February 2020, from the tip-off to the published decision, and cases of today with
 * measures, referrals, instalments and a remedy. All names are made up.
 */
@ApplicationScoped
public class SampleFebruary implements SampleContribution {
  private static final List<CaseAction> DECIDED =
      List.of(
          CaseAction.CONCLUDE,
          CaseAction.SUBMIT,
          CaseAction.PASS,
          CaseAction.NOTIFY,
          CaseAction.HEAR_DEFENCE,
          CaseAction.DECIDE,
          CaseAction.SERVE,
          CaseAction.AWAIT_PAYMENT);
  private static final Duration NIGHT = Duration.ofHours(22);

  @Inject private TakeInLetter takeIn;
  @Inject private ActOnComplaint act;
  @Inject private ComplaintQueries letters;
  @Inject private FileCase fileCase;
  @Inject private CaseWalk walk;
  @Inject private TakeMeasure takeMeasure;
  @Inject private MoveMeasure moveMeasure;
  @Inject private MeasureQueries measures;
  @Inject private ProposeReferral proposeReferral;
  @Inject private MoveReferral moveReferral;
  @Inject private ReferralQueries referrals;
  @Inject private PlanPayment planPayment;
  @Inject private RecordRemedy recordRemedy;
  @Inject private PublishDecision publishDecision;
  @Inject private SampleTime time;
  @Inject private Clock clock;

  @Override
  public int order() {
    return 425;
  }

  @Override
  public void found(Consumer<String> seat) {
    gouging(seat);
    refused(seat);
    held(seat);
    referred(seat);
    inParts(seat);
    time.over();
  }

  private void since(String instant) {
    time.over();
    time.ago(Duration.between(Instant.parse(instant), clock.instant()));
  }

  private void ago(int days) {
    time.ago(Duration.ofDays(days));
  }

  /** A tip-off of the holidays: its terms end by the calendar as it was amended on 27 January. */
  private void gouging(Consumer<String> seat) {
    since("2020-01-29T02:00:00Z");
    var lead = lead(seat, "康民大药房（示例）", "一次性口罩", "进价两元一只的口罩卖到 25 元。");
    time.pass(NIGHT.multipliedBy(5));
    seat.accept("market.head");
    act.decide(command(lead, Action.FILE, ""));
    seat.accept("market.officer");
    act.handle(command(lead, Action.ANSWER, "已电话告知举报人"));
    seat.accept("market.clerk");
    var id = filed("康民大药房（示例）", "哄抬口罩价格", Matter.GOUGING, letters.one(lead).number());
    walk.take(id, CaseAction.ASSIGN, false, seat);
    var seized = taken(seat, id, MeasureKind.SEIZURE, true, "涉案口罩 1,200 只尚未售出");
    step(seat, seized, MeasureAction.APPROVE, "");
    for (var action : DECIDED) {
      time.pass(NIGHT);
      walk.take(id, action, false, seat);
    }
    step(seat, seized, MeasureAction.LIFT, "当事人已按进价投放市场");
    seat.accept("market.head");
    publishDecision.publish(new PublishDecision.Publish(id, true));
    walk.pay(id, seat);
    for (var action : List.of(CaseAction.PERFORM, CaseAction.CLOSE, CaseAction.ARCHIVE)) {
      time.pass(NIGHT);
      walk.take(id, action, false, seat);
    }
  }

  private void refused(Consumer<String> seat) {
    since("2020-02-05T02:00:00Z");
    var lead = lead(seat, "便民蔬菜店（示例）", "大白菜", "标价签字迹不清。");
    time.pass(NIGHT.multipliedBy(3));
    seat.accept("market.head");
    act.decide(new ActOnComplaint.Command(lead, Action.NOT_FILE, "SLIGHT", "", "当场改正"));
    seat.accept("market.officer");
    act.handle(command(lead, Action.ANSWER, "已电话告知举报人"));
  }

  /** Goods in every hand: proposed, held, in a test, preserved, returned. */
  private void held(Consumer<String> seat) {
    ago(12);
    var id = opened(seat, "百草堂药店（示例）", "销售假冒口罩", Matter.COUNTERFEIT);
    var tested = taken(seat, id, MeasureKind.SEIZURE, false, "涉嫌假冒注册商标");
    step(seat, tested, MeasureAction.APPROVE, "");
    var sealed = taken(seat, id, MeasureKind.SEAL_UP, true, "库房存放同批口罩，有转移可能");
    step(seat, sealed, MeasureAction.APPROVE, "");
    var back = taken(seat, id, MeasureKind.PRESERVE, false, "进货单据可能灭失");
    step(seat, back, MeasureAction.APPROVE, "");
    time.pass(NIGHT);
    step(seat, back, MeasureAction.RETURN, "已复印取证");
    step(seat, tested, MeasureAction.TEST, "送省质检院检验过滤效率");
    step(seat, sealed, MeasureAction.EXTEND, "供货商在外省，情况复杂");
    ago(0);
    step(
        seat, taken(seat, id, MeasureKind.PRESERVE, false, "收银台账可能被修改"), MeasureAction.APPROVE, "");
    taken(seat, id, MeasureKind.SEIZURE, false, "另一货架发现同批口罩");
  }

  private void referred(Consumer<String> seat) {
    ago(9);
    var waits = opened(seat, "金鹏日用品店（示例）", "生产销售伪劣口罩", Matter.COUNTERFEIT);
    var taken = opened(seat, "江北生鲜超市（示例）", "销售假冒酒精", Matter.COUNTERFEIT);
    ago(1);
    seat.accept("market.officer");
    var open = proposed(waits);
    step(seat, open, ReferralAction.APPROVE);
    step(seat, open, ReferralAction.SEND);
    ago(8);
    seat.accept("market.officer");
    var ended = proposed(taken);
    for (var action :
        List.of(
            ReferralAction.APPROVE,
            ReferralAction.SEND,
            ReferralAction.REFUSE,
            ReferralAction.OBJECT,
            ReferralAction.ACCEPT,
            ReferralAction.HAND_OVER)) {
      time.pass(Duration.ofHours(9));
      step(seat, ended, action);
    }
  }

  private void inParts(Consumer<String> seat) {
    for (var approved : new boolean[] {true, false}) {
      ago(20);
      var id = opened(seat, approved ? "南门粮油店（示例）" : "惠家超市（示例）", "未明码标价", Matter.PRICE_MARKING);
      for (var action : DECIDED) {
        time.pass(NIGHT);
        walk.take(id, action, false, seat);
      }
      seat.accept("market.officer");
      var today = walk.today();
      planPayment.apply(
          new PlanPayment.Apply(
              id, "停业两月，确有困难", List.of(part(today, 30), part(today, 60), part(today, 90))));
      if (approved) {
        seat.accept("market.head");
        planPayment.decide(new PlanPayment.Decide(id, true, ""));
      } else {
        seat.accept("market.legal");
        recordRemedy.open(
            new RecordRemedy.Open(id, RecordRemedy.Kind.RECONSIDERATION, "翠屏区人民政府", today));
      }
    }
  }

  private static Part part(LocalDate today, int days) {
    return new Part(today.plusDays(days), CaseWalk.FINE / 3);
  }

  private UUID lead(Consumer<String> seat, String operator, String goods, String facts) {
    seat.accept("market.clerk");
    var id =
        takeIn.takeIn(
            new TakeInLetter.Command(
                false, true, CaseWalk.COUNTY, "PHONE", operator, "南街", goods, facts, "示例举报人戊"));
    act.sort(command(id, Action.TRIAGE, ""));
    act.sort(new ActOnComplaint.Command(id, Action.ROUTE, "", "cuiping-market", ""));
    seat.accept("market.officer");
    act.handle(command(id, Action.VERIFY, ""));
    return id;
  }

  private static ActOnComplaint.Command command(UUID id, Action action, String reason) {
    return new ActOnComplaint.Command(id, action, "", "", reason);
  }

  private UUID opened(Consumer<String> seat, String shop, String title, Matter matter) {
    seat.accept("market.clerk");
    var id = filed(shop, title, matter, "");
    walk.take(id, CaseAction.ASSIGN, false, seat);
    return id;
  }

  private UUID filed(String shop, String title, Matter matter, String source) {
    return fileCase.file(
        new FileCase.Command(
            CaseWalk.COUNTY,
            new Operators.Party(shop, true, "", "翠屏区南街", ""),
            source,
            matter,
            shop + title,
            "经核查，该店涉嫌" + title + "。",
            false,
            false));
  }

  private UUID taken(
      Consumer<String> seat, UUID id, MeasureKind kind, boolean urgent, String ground) {
    seat.accept("market.officer");
    return takeMeasure.take(
        new TakeMeasure.Command(
            id,
            kind,
            urgent,
            ground + "，《产品质量法》第十八条",
            "翠屏区南街",
            List.of(
                Goods.read(1, "一次性口罩", "1200", "只", "局仓库 3 号架"),
                Goods.read(2, "进货单据", "6", "页", "局仓库 1 号柜"))));
  }

  private void step(Consumer<String> seat, UUID id, MeasureAction action, String note) {
    var head = action.right().equals("market.head");
    seat.accept(head ? "market.head" : "market.officer");
    var command = new MoveMeasure.Command(id, measures.one(id).version(), action, note);
    if (head) {
      moveMeasure.byHead(command);
    } else {
      moveMeasure.byOfficer(command);
    }
  }

  private UUID proposed(UUID id) {
    return proposeReferral.propose(
        new ProposeReferral.Command(id, "生产、销售伪劣产品罪（《刑法》第一百四十条）", "账册显示销售金额超过五万元"));
  }

  private void step(Consumer<String> seat, UUID id, ReferralAction action) {
    seat.accept(
        switch (action.right()) {
          case "market.head" -> "market.head";
          case "market.police" -> "market.police";
          default -> "market.officer";
        });
    var command =
        new MoveReferral.Command(id, referrals.one(id).version(), action, "翠公立〔示例〕3 号", "依法办理");
    switch (action.right()) {
      case "market.head" -> moveReferral.byHead(command);
      case "market.police" -> moveReferral.byPolice(command);
      default -> moveReferral.byOfficer(command);
    }
  }
}
