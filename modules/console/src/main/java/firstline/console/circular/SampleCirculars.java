package firstline.console.circular;

import firstline.persistence.right.Desk;
import firstline.persistence.sample.SampleContribution;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Two notices to the clerks of the sample city: one to read, one to acknowledge. */
@ApplicationScoped
public class SampleCirculars implements SampleContribution {
  private static final int DAYS = 3;

  @Inject private SendCircular sendCircular;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Override
  public int order() {
    return 950;
  }

  @Override
  public void found(Consumer<String> seat) {
    seat.accept("leader");
    var clerks =
        new SendCircular.Audience(desk.officer().areaCode(), List.of(), List.of("RUMOUR_CLERK"));
    sendCircular.send(
        new SendCircular.Command(
            "夜间值守安排", "本周夜间值守由各部门值班人员轮流承担，请在总览页查看当日情况。", "/console/situation", clerks, null));
    sendCircular.send(
        new SendCircular.Command(
            "传言受理口径调整",
            "自即日起，涉及医疗物资的传言一律按高优先级受理，两小时内转核查。\n请阅读后确认。",
            "",
            clerks,
            LocalDate.ofInstant(clock.instant(), Clocks.ZONE).plusDays(DAYS)));
  }
}
