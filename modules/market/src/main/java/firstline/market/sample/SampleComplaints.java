package firstline.market.sample;

import firstline.market.complaint.ActOnComplaint;
import firstline.market.complaint.Action;
import firstline.market.complaint.TakeInLetter;
import firstline.persistence.sample.SampleContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;

/** Letters of the epidemic's first weeks, at several stages. All names are made up. */
@ApplicationScoped
public class SampleComplaints implements SampleContribution {
  private static final String COUNTY = "511502000000";

  @Inject private TakeInLetter takeIn;
  @Inject private ActOnComplaint act;

  @Override
  public int order() {
    return 400;
  }

  @Override
  public void found(Consumer<String> seat) {
    seat.accept("market.clerk");
    letter(true, false, "惠民超市（示例）", "叙府路", "大白菜", "大白菜标价每斤 3.5 元，结账按 9.8 元收。", "示例投诉人甲");
    var identity = letter(true, false, "安康药房（示例）", "南岸西区", "消毒酒精", "酒精瓶身没有生产日期，要求退款。", "示例投诉人乙");
    var mediating = letter(true, false, "百味餐馆（示例）", "中山街", "预订年夜饭", "因疫情退订，商家不退定金。", "示例投诉人丙");
    var lead = letter(false, true, "康民大药房（示例）", "南街", "一次性口罩", "进价两元一只的口罩卖到 25 元。", "示例举报人丁");
    letter(false, true, "李记副食（示例）", "合江门", "假冒口罩", "口罩包装上没有厂名厂址。", "");
    sort(identity, Action.REQUEST_IDENTITY, "");
    sort(mediating, Action.ACCEPT, "");
    sort(lead, Action.TRIAGE, "");
    sort(lead, Action.ROUTE, "cuiping-market");
    seat.accept("market.officer");
    act.handle(command(mediating, Action.MEDIATE, ""));
    act.handle(command(lead, Action.VERIFY, ""));
  }

  private UUID letter(
      boolean complaint,
      boolean tipoff,
      String operator,
      String place,
      String goods,
      String facts,
      String contact) {
    return takeIn.takeIn(
        new TakeInLetter.Command(
            complaint, tipoff, COUNTY, "PHONE", operator, place, goods, facts, contact));
  }

  private void sort(UUID id, Action action, String target) {
    act.sort(command(id, action, target));
  }

  private static ActOnComplaint.Command command(UUID id, Action action, String target) {
    return new ActOnComplaint.Command(id, action, "", target, "");
  }
}
