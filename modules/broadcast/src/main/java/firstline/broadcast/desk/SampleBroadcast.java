package firstline.broadcast.desk;

import firstline.broadcast.emergency.KeepTemplates;
import firstline.broadcast.fleet.Channel;
import firstline.broadcast.fleet.RegisterSpeaker;
import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Preemption;
import firstline.broadcast.quiet.QuietKind;
import firstline.broadcast.quiet.SetNoiseBudget;
import firstline.broadcast.quiet.SetQuietWindow;
import firstline.broadcast.quiet.Typed;
import firstline.broadcast.recurrence.Recurrence;
import firstline.broadcast.schedule.DraftSchedule;
import firstline.broadcast.schedule.Plan;
import firstline.broadcast.schedule.ReviewSchedule;
import firstline.broadcast.schedule.SubmitSchedule;
import firstline.broadcast.schedule.Target;
import firstline.persistence.sample.SampleContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The sample city's speakers, registered and waiting for their codes, and its schedules. Whoever
 * starts a speaker enrols it with a code from the console.
 */
@ApplicationScoped
public class SampleBroadcast implements SampleContribution {
  private static final String CITY = "511500000000";
  private static final List<String> VILLAGES =
      List.of(
          "511502101007",
          "511502101008",
          "511502101201",
          "511502013001",
          "511502013003",
          "511503002000",
          "511502014000");

  @Inject private RegisterSpeaker registerSpeaker;
  @Inject private KeepTemplates keepTemplates;
  @Inject private DraftSchedule draftSchedule;
  @Inject private SubmitSchedule submitSchedule;
  @Inject private ReviewSchedule reviewSchedule;
  @Inject private SetQuietWindow setQuietWindow;
  @Inject private SetNoiseBudget setNoiseBudget;

  @Override
  public int order() {
    return 300;
  }

  @Override
  public void found(Consumer<String> seat) {
    templates(seat);
    seat.accept("broadcast.engineer");
    for (var i = 0; i < VILLAGES.size(); i++) {
      registerSpeaker.register(
          new RegisterSpeaker.Command(
              "YB-000" + (i + 1),
              VILLAGES.get(i),
              "村委会楼顶",
              "FL-100",
              i % 3 == 0 ? Channel.MOBILE : Channel.IP,
              70,
              List.of()));
    }
    var morning =
        plan(
            "森林防火提醒",
            "各位村民：近期天干物燥，请不要在林区用火，不要焚烧秸秆。发现火情，请拨打一二一一九。",
            "FREQ=DAILY;BYHOUR=6,18;BYMINUTE=30",
            "WORKDAYS",
            "511502000000");
    var market =
        plan(
            "赶集日防诈骗提示",
            "各位乡亲：赶集路上，陌生人送鸡蛋、送保健品，多是骗局。拿不准，先问村干部。",
            "FREQ=DAILY",
            "LUNAR:*3,*6,*9",
            "511502101000");
    var weekly = plan("每周政策宣讲", "本周宣讲：城乡居民医保缴费开始了，请在十二月底前办理。", "FREQ=WEEKLY;BYDAY=FR", "ALL", CITY);
    quiet(seat);
    approve(seat, morning);
    submit(seat, market);
    draft(seat, weekly);
  }

  /** The nights, the noon rests and the days of the college entrance exam, for the whole city. */
  private void quiet(Consumer<String> seat) {
    seat.accept("caster.reviewer");
    window(QuietKind.NIGHT, "夜间静默", "2026-01-01T22:00:00", "FREQ=DAILY", List.of(), 480);
    window(QuietKind.NOON, "午休", "2026-01-01T12:30:00", "FREQ=DAILY", List.of(), 90);
    window(
        QuietKind.EXAM,
        "高考",
        "2027-06-07T08:00:00",
        "",
        List.of("2027-06-07", "2027-06-08", "2027-06-09"),
        630);
    setNoiseBudget.set(new SetNoiseBudget.Command(CITY, 90, "全市统一"));
  }

  private void window(
      QuietKind kind, String title, String start, String rule, List<String> days, int minutes) {
    setQuietWindow.set(
        new SetQuietWindow.Command(
            CITY,
            kind,
            title,
            new Typed(new Recurrence.Text(start, rule, null, List.of(), "ALL"), days, minutes)));
  }

  private void templates(Consumer<String> seat) {
    seat.accept("broadcast.duty");
    keepTemplates.keep(
        new KeepTemplates.Command(
            "山洪转移", 1, "紧急通知：[河段]水位快速上涨，[村组]村民请立即向[安置点]转移，不要收拾财物，互相叫应老人和孩子。", 60));
    keepTemplates.keep(
        new KeepTemplates.Command("森林火险", 2, "森林火险橙色预警：即日起禁止一切野外用火。发现火情，立即拨打一二一一九。", 30));
    keepTemplates.keep(new KeepTemplates.Command("停水通知", 4, "因[原因]，[时间]起停水约[几]小时，请提前储水。", 15));
  }

  private UUID draft(Consumer<String> seat, Plan plan) {
    seat.accept("caster");
    return draftSchedule.draft(new DraftSchedule.Command(CITY, plan));
  }

  private UUID submit(Consumer<String> seat, Plan plan) {
    var schedule = draft(seat, plan);
    submitSchedule.submit(new SubmitSchedule.Command(schedule, 1));
    return schedule;
  }

  private void approve(Consumer<String> seat, Plan plan) {
    var schedule = submit(seat, plan);
    seat.accept("caster.reviewer");
    reviewSchedule.approve(new ReviewSchedule.Approve(schedule, 2, plan.hash()));
  }

  private static Plan plan(String title, String text, String rule, String days, String area) {
    return new Plan(
        title,
        Kind.ROUTINE,
        0,
        Plan.Tone.CHIME,
        "zh",
        text,
        new Recurrence.Text("2026-01-05T06:30:00", rule, null, List.of(), days),
        Duration.ofMinutes(5),
        Duration.ofMinutes(2),
        Preemption.RESUME,
        70,
        1,
        Duration.ofSeconds(2),
        List.of(new Target(true, Target.Kind.AREA, area)),
        null,
        List.of());
  }
}
