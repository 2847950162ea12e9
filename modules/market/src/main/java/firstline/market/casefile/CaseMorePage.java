package firstline.market.casefile;

import static firstline.market.MarketRights.CASE;
import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.LEGAL;

import firstline.market.clock.Cause;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What runs beside the case on the page: its days, its plan of payment, its remedies. */
@Named
@RequestScoped
public class CaseMorePage {
  @Inject private CaseQueries queries;
  @Inject private CaseMoreQueries more;
  @Inject private MoveCase moveCase;
  @Inject private StopCase stopCase;
  @Inject private PlanPayment planPayment;
  @Inject private RecordRemedy recordRemedy;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private CaseQueries.@Nullable View view;
  private CaseMoreQueries.@Nullable Days days;
  private CaseMoreQueries.@Nullable More beside;
  private @Nullable List<CaseMoreQueries.Plan> plans;
  private @Nullable List<CaseMoreQueries.Remedy> remedies;

  private CaseQueries.View view() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  private boolean mine() {
    return desk.may(CASE) && queries.isMine(view().line().id());
  }

  public CaseMoreQueries.Days getDays() {
    if (days == null) {
      days = more.days(view().line().id());
    }
    return Objects.requireNonNull(days);
  }

  public CaseMoreQueries.More getBeside() {
    if (beside == null) {
      beside = more.more(view().line().id());
    }
    return Objects.requireNonNull(beside);
  }

  public List<Ground> getGrounds() {
    return List.of(Ground.values());
  }

  public List<Lighter> getLighters() {
    return List.of(Lighter.values());
  }

  public List<Cause> getCauses() {
    return StopCase.CAUSES;
  }

  public boolean isExtending() {
    var state = view().line().state();
    return (state.isDeciding() || state == CaseState.FILED) && desk.may(HEAD);
  }

  /** True if whoever looks may stop the days or let them go on. */
  public boolean isStopping() {
    var state = view().line().state();
    return state.isDeciding() && mine() && (state != CaseState.HEARING || isHeard());
  }

  private boolean isHeard() {
    return getBeside().heardOn() != null;
  }

  /** The latest plan of payment, or null. */
  public CaseMoreQueries.@Nullable Plan getPlan() {
    if (plans == null) {
      plans = more.plan(view().line().id()).stream().toList();
    }
    return plans.isEmpty() ? null : plans.get(0);
  }

  private String planState() {
    var plan = getPlan();
    return plan == null ? "" : plan.state();
  }

  public boolean isPlanning() {
    var state = view().line().state();
    return (state == CaseState.SERVED || state == CaseState.PAYMENT_DUE)
        && view().penalty().fine() > 0
        && !Set.of("APPLIED", "APPROVED").contains(planState())
        && mine();
  }

  public boolean isPlanDeciding() {
    return planState().equals("APPLIED")
        && view().line().state() == CaseState.PAYMENT_DUE
        && desk.may(HEAD);
  }

  public List<CaseMoreQueries.Remedy> getRemedies() {
    if (remedies == null) {
      remedies = more.remedies(view().line().id());
    }
    return remedies;
  }

  public boolean isRemedying() {
    return desk.may(LEGAL) && view().servedOn() != null && !isRemedyOpen();
  }

  public boolean isRemedyOpen() {
    return getRemedies().stream().anyMatch(one -> one.outcome().isEmpty());
  }

  public boolean isRemedyEnding() {
    return desk.may(LEGAL) && isRemedyOpen();
  }

  public List<RecordRemedy.Kind> getRemedyKinds() {
    return List.of(RecordRemedy.Kind.values());
  }

  public List<RecordRemedy.End> getEnds() {
    return List.of(RecordRemedy.End.values());
  }

  public String typed(String field) {
    return screen.parameter(field);
  }

  public void extend() {
    done(
        () -> {
          var days = screen.parameter("days").strip();
          if (!days.matches("\\d{0,3}")) {
            throw new Refusal("case.days", 365);
          }
          moveCase.extend(
              screen.id(), days.isEmpty() ? 0 : Integer.parseInt(days), screen.parameter("reason"));
        },
        "case.extended");
  }

  public void stop() {
    done(
        () ->
            stopCase.stop(
                new StopCase.Stop(
                    screen.id(),
                    Typed.of(screen.parameter("cause"), Cause.values(), Cause.TESTING),
                    screen.parameter("stop-reason"))),
        "case.stopped");
  }

  public void goOn() {
    done(() -> stopCase.goOn(screen.id()), "case.gone-on");
  }

  public void approvePlan() {
    decidePlan(true);
  }

  public void refusePlan() {
    decidePlan(false);
  }

  private void decidePlan(boolean approved) {
    done(
        () ->
            planPayment.decide(
                new PlanPayment.Decide(screen.id(), approved, screen.parameter("plan-note"))),
        "case.plan.decided");
  }

  public void openRemedy() {
    done(
        () ->
            recordRemedy.open(
                new RecordRemedy.Open(
                    screen.id(),
                    Typed.of(
                        screen.parameter("remedy-kind"),
                        RecordRemedy.Kind.values(),
                        RecordRemedy.Kind.RECONSIDERATION),
                    screen.parameter("remedy-body"),
                    Typed.day(screen, "remedy-day"))),
        "case.remedy.written");
  }

  public void closeRemedy() {
    done(
        () ->
            recordRemedy.close(
                new RecordRemedy.Close(
                    screen.id(),
                    Typed.of(
                        screen.parameter("remedy-end"),
                        RecordRemedy.End.values(),
                        RecordRemedy.End.KEPT),
                    Typed.day(screen, "remedy-ended"),
                    screen.parameter("remedy-note"))),
        "case.remedy.written");
  }

  private void done(Screen.Action action, String key) {
    screen.run(action, key, "/console/market/case?id=" + screen.id());
  }
}
