package firstline.broadcast.sample;

import firstline.broadcast.fleet.EnrolCode;
import firstline.broadcast.programme.BuildProgrammes;
import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Preemption;
import firstline.broadcast.recurrence.Recurrence;
import firstline.broadcast.schedule.DraftSchedule;
import firstline.broadcast.schedule.Plan;
import firstline.broadcast.schedule.ReviewSchedule;
import firstline.broadcast.schedule.SubmitSchedule;
import firstline.broadcast.schedule.Target;
import firstline.persistence.right.ServerDesk;
import firstline.persistence.sample.SampleContribution;
import firstline.persistence.setting.Settings;
import firstline.persistence.time.SampleTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The simulated fleet that runs beside the demo, and the month before: it has been enrolled for
 * that long, two schedules have been approved for as long, and of each week the signed programmes
 * lie ready, as a stick would have brought them to villages without a line. What the speakers made
 * of them they hand in themselves, by the door that all use.
 */
@ApplicationScoped
public class SampleFleet implements SampleContribution {
  private static final System.Logger LOG = System.getLogger(SampleFleet.class.getName());
  private static final String CITY = "511500000000";

  /** A programme holds for seven days; the last one ends after the present. */
  private static final Duration WEEK = Duration.ofDays(7);

  private static final Duration MONTH = Duration.ofDays(31);

  @Inject private FleetFolder folder;
  @Inject private EnrolFleet enrolFleet;
  @Inject private BuildProgrammes buildProgrammes;
  @Inject private DraftSchedule draftSchedule;
  @Inject private SubmitSchedule submitSchedule;
  @Inject private ReviewSchedule reviewSchedule;
  @Inject private ServerDesk server;
  @Inject private SampleTime time;
  @Inject private Clock clock;

  @Override
  public int order() {
    return 310;
  }

  @Override
  public void found(Consumer<String> seat) {
    var home = Settings.current().home().resolve("fleet");
    if (!Files.exists(home.resolve(FleetFolder.KEYS))) {
      return;
    }
    var began = System.nanoTime();
    var codesUntil = clock.instant().plus(EnrolCode.VALID);
    try {
      FleetFolder.clear(home);
      time.ago(MONTH);
      var speakers =
          server.as("broadcast.sample", () -> enrolFleet.enrol(FleetFolder.keys(home), codesUntil));
      FleetFolder.writeCodes(home, speakers);
      approve(
          seat,
          "早间安全提醒",
          "各位乡亲，早上好。入冬以来雾大路滑，出门请慢行，骑车戴头盔。用火用电要有人看管，取暖注意通风，谨防一氧化碳中毒。",
          "FREQ=DAILY;BYHOUR=7;BYMINUTE=20");
      approve(
          seat,
          "傍晚防诈骗提醒",
          "各位乡亲，晚上好。凡是电话里要您转账、要验证码的，都不要信。拿不准，先问村干部，或者拨打九六一一零。",
          "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA;BYHOUR=18;BYMINUTE=10");
      folder.writeAssignments(home, speakers);
      for (var left = MONTH;
          FleetFolder.hasMonth(home) && !left.isNegative();
          left = left.minus(WEEK)) {
        time.ago(left);
        server.as("broadcast.sample", buildProgrammes::build);
        folder.writeProgrammes(home, speakers);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      time.over();
      // What it remembers is of a day that is over.
      server.as("broadcast.sample", buildProgrammes::forget);
    }
    LOG.log(
        System.Logger.Level.INFO,
        "the sample fleet was enrolled and its month written in {0} ms",
        (System.nanoTime() - began) / 1_000_000);
  }

  private void approve(Consumer<String> seat, String title, String text, String rule) {
    var plan =
        new Plan(
            title,
            Kind.ROUTINE,
            0,
            Plan.Tone.CHIME,
            "zh",
            text,
            new Recurrence.Text("2026-01-05T07:20:00", rule, null, List.of(), "ALL"),
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Preemption.RESUME,
            70,
            1,
            Duration.ofSeconds(2),
            List.of(new Target(true, Target.Kind.AREA, CITY)),
            null,
            List.of());
    seat.accept("caster");
    var schedule = draftSchedule.draft(new DraftSchedule.Command(CITY, plan));
    submitSchedule.submit(new SubmitSchedule.Command(schedule, 1));
    seat.accept("caster.reviewer");
    reviewSchedule.approve(new ReviewSchedule.Approve(schedule, 2, plan.hash()));
  }
}
