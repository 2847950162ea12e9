package firstline.market.sample;

import firstline.market.casefile.CaseAction;
import firstline.market.casefile.CaseState;
import firstline.market.casefile.FileCase;
import firstline.market.casefile.Matter;
import firstline.market.casefile.PublishDecision;
import firstline.market.operator.Operators;
import firstline.persistence.sample.SampleContribution;
import firstline.persistence.time.SampleTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The sample county's cases of the campaign for order in the market: one in every state. */
@ApplicationScoped
public class SampleCases implements SampleContribution {
  private static final String COUNTY = "511502000000";

  /** How a case came to each state; the last step is the state's own. */
  private static final Map<CaseState, List<CaseAction>> WAYS =
      Map.ofEntries(
          Map.entry(CaseState.FILED, List.of()),
          Map.entry(CaseState.REJECTED, List.of(CaseAction.REJECT)),
          Map.entry(CaseState.INVESTIGATING, List.of(CaseAction.ASSIGN)),
          Map.entry(CaseState.SUSPENDED, List.of(CaseAction.ASSIGN, CaseAction.SUSPEND)),
          Map.entry(CaseState.CONCLUDED, List.of(CaseAction.ASSIGN, CaseAction.CONCLUDE)),
          Map.entry(CaseState.IN_REVIEW, upTo(CaseAction.SUBMIT)),
          Map.entry(CaseState.LEGAL_REVIEW, and(upTo(CaseAction.SUBMIT), CaseAction.TAKE_TO_LEGAL)),
          Map.entry(CaseState.NOTICE_SERVED, upTo(CaseAction.NOTIFY)),
          Map.entry(CaseState.DEFENCE, upTo(CaseAction.HEAR_DEFENCE)),
          Map.entry(CaseState.HEARING, and(upTo(CaseAction.HEAR_DEFENCE), CaseAction.HOLD_HEARING)),
          Map.entry(
              CaseState.DELIBERATION, and(upTo(CaseAction.HEAR_DEFENCE), CaseAction.DELIBERATE)),
          Map.entry(CaseState.DECIDED, upTo(CaseAction.DECIDE)),
          Map.entry(CaseState.SERVED, upTo(CaseAction.SERVE)),
          Map.entry(CaseState.PAYMENT_DUE, upTo(CaseAction.AWAIT_PAYMENT)),
          Map.entry(CaseState.PERFORMED, and(upTo(CaseAction.AWAIT_PAYMENT), CaseAction.PERFORM)),
          Map.entry(CaseState.OVERDUE, and(upTo(CaseAction.AWAIT_PAYMENT), CaseAction.LAPSE)),
          Map.entry(
              CaseState.DEMANDED,
              and(upTo(CaseAction.AWAIT_PAYMENT), CaseAction.LAPSE, CaseAction.DEMAND)),
          Map.entry(
              CaseState.COURT,
              and(
                  upTo(CaseAction.AWAIT_PAYMENT),
                  CaseAction.LAPSE,
                  CaseAction.DEMAND,
                  CaseAction.APPLY_TO_COURT)),
          Map.entry(
              CaseState.CLOSED,
              and(upTo(CaseAction.AWAIT_PAYMENT), CaseAction.PERFORM, CaseAction.CLOSE)),
          Map.entry(
              CaseState.ARCHIVED,
              and(
                  upTo(CaseAction.AWAIT_PAYMENT),
                  CaseAction.PERFORM,
                  CaseAction.CLOSE,
                  CaseAction.ARCHIVE)));

  private static final List<String> SHOPS =
      List.of("康民大药房", "惠家超市", "南门粮油店", "便民蔬菜店", "百草堂药店", "金鹏日用品店", "江北生鲜超市");
  private static final List<String> TITLES =
      List.of("口罩未明码标价", "哄抬口罩价格", "销售假冒口罩", "酒精未明码标价", "哄抬蔬菜价格", "囤积口罩", "消毒液价格欺诈");
  private static final List<Matter> MATTERS =
      List.of(
          Matter.PRICE_MARKING,
          Matter.GOUGING,
          Matter.COUNTERFEIT,
          Matter.PRICE_MARKING,
          Matter.GOUGING,
          Matter.HOARDING,
          Matter.PRICE_FRAUD);

  @Inject private FileCase fileCase;
  @Inject private CaseWalk walk;
  @Inject private PublishDecision publishDecision;
  @Inject private SampleTime time;

  private static List<CaseAction> upTo(CaseAction last) {
    var common =
        List.of(
            CaseAction.ASSIGN,
            CaseAction.CONCLUDE,
            CaseAction.SUBMIT,
            CaseAction.PASS,
            CaseAction.NOTIFY,
            CaseAction.HEAR_DEFENCE,
            CaseAction.DECIDE,
            CaseAction.SERVE,
            CaseAction.AWAIT_PAYMENT);
    return common.subList(0, common.indexOf(last) + 1);
  }

  private static List<CaseAction> and(List<CaseAction> first, CaseAction... more) {
    return Stream.concat(first.stream(), Arrays.stream(more)).toList();
  }

  @Override
  public int order() {
    return 420;
  }

  @Override
  public void found(Consumer<String> seat) {
    for (var state : CaseState.values()) {
      // Those that went on to payment began so long ago that its days can be over.
      var began =
          state.compareTo(CaseState.DECIDED) < 0
              ? 40 - 2L * state.ordinal()
              : 120 - 3L * state.ordinal();
      time.ago(Duration.ofDays(began));
      walk(state, state.ordinal(), seat);
    }
    time.over();
  }

  private void walk(CaseState state, int place, Consumer<String> seat) {
    seat.accept("market.clerk");
    var which = place % SHOPS.size();
    var id =
        fileCase.file(
            new FileCase.Command(
                COUNTY,
                new Operators.Party(shop(place), true, "", "翠屏区南街" + (place + 1) + "号", ""),
                "",
                MATTERS.get(which),
                shop(place) + TITLES.get(which),
                "专项行动检查发现，该店涉嫌" + TITLES.get(which) + "。",
                false,
                false));
    for (var action : WAYS.getOrDefault(state, List.of())) {
      if (action == CaseAction.PERFORM) {
        walk.pay(id, seat);
      }
      time.pass(wait(action));
      walk.take(id, action, state == CaseState.HEARING, seat);
    }
    if (state == CaseState.ARCHIVED || state == CaseState.CLOSED) {
      seat.accept("market.head");
      publishDecision.publish(new PublishDecision.Publish(id, true));
    }
  }

  private static String shop(int place) {
    var round = place / SHOPS.size();
    return SHOPS.get(place % SHOPS.size()) + (round == 0 ? "" : (round + 1) + "店");
  }

  private static Duration wait(CaseAction action) {
    return switch (action) {
      // The fifteen days may end in the longest of holidays.
      case LAPSE -> Duration.ofDays(28);
      case APPLY_TO_COURT -> Duration.ofDays(22);
      default -> Duration.ofHours(26);
    };
  }
}
