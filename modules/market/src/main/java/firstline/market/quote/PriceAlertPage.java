package firstline.market.quote;

import firstline.market.MarketRights;
import firstline.market.operator.Operators;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One price alert: what it fired on, what was done, and what may be done next. */
@Named
@RequestScoped
public class PriceAlertPage {
  private static final Set<String> SHARES = Set.of("lift", "change", "threshold");
  private static final Set<String> PER_CENT = Set.of("markup", "cap", "base", "allowed");
  private static final Set<String> COUNTS = Set.of("peers", "months");

  private static final int BEFORE = 42;
  private static final int AFTER = 14;

  /** A figure in words. */
  public record Figure(String name, String value) {}

  @Inject private AlertQueries queries;
  @Inject private PriceQueries prices;
  @Inject private HandleAlert handleAlert;
  @Inject private Reminders reminders;
  @Inject private TellOfShortage tellOfShortage;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Words words;

  private AlertQueries.@Nullable Line view;
  private @Nullable SeriesChart chart;
  private @Nullable List<AlertQueries.Step> steps;
  private @Nullable Optional<Reminders.View> reminder;

  public void load() {
    getView();
  }

  public AlertQueries.Line getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  public List<AlertQueries.Step> getSteps() {
    if (steps == null) {
      steps = queries.steps(getView().id());
    }
    return steps;
  }

  /** The weeks around it: its own table is the twin of the picture on the page of the series. */
  public SeriesChart getChart() {
    if (chart == null) {
      var from = getView().day().minusDays(BEFORE);
      var until = getView().until().plusDays(AFTER);
      chart =
          SeriesChart.of(
              prices.days(getView().pointId(), getView().goodsId()).stream()
                  .filter(one -> !one.day().isBefore(from) && !one.day().isAfter(until))
                  .toList());
    }
    return chart;
  }

  public List<Figure> getFigures() {
    return getView().evidence().entrySet().stream()
        .map(
            one ->
                new Figure(
                    words.get("surge.evidence." + one.getKey()),
                    value(one.getKey(), one.getValue())))
        .toList();
  }

  private static String value(String name, double value) {
    if (SHARES.contains(name)) {
      return String.format(Locale.ROOT, "%+.1f %%", 100 * value);
    }
    if (PER_CENT.contains(name)) {
      return String.format(Locale.ROOT, "%,.1f %%", value);
    }
    if (name.equals("scale")) {
      return String.format(Locale.ROOT, "%.4f", value);
    }
    return COUNTS.contains(name)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%,.2f", value);
  }

  /** The steps that the officer may take; the service of the letter is what admonishes. */
  public List<String> getNext() {
    return desk.may(MarketRights.PRICE_CHECK)
        ? getView().state().next().stream()
            .filter(one -> one != AlertState.ADMONISHED)
            .map(Enum::name)
            .toList()
        : List.of();
  }

  public boolean isReasoned() {
    return getView().state().next().stream().anyMatch(AlertState::isReasoned);
  }

  public String getReason() {
    return screen.parameter("reason");
  }

  /** The reminder letter, or null. */
  public Reminders.@Nullable View getReminder() {
    if (reminder == null) {
      reminder = reminders.of(getView().id());
    }
    return reminder.orElse(null);
  }

  /** True if the officer may write the letter or record its service. */
  public boolean isReminding() {
    return getView().state() == AlertState.CHECKING && desk.may(MarketRights.PRICE_CHECK);
  }

  /** What the watch on rumours was told of it, or empty. */
  public String getShortage() {
    return tellOfShortage.told(getView().id()).orElse("");
  }

  public boolean isTelling() {
    return desk.may(MarketRights.PRICE_CHECK);
  }

  public void tell() {
    screen.run(
        () ->
            tellOfShortage.tell(new TellOfShortage.Command(screen.id(), screen.parameter("said"))),
        "shortage.done",
        here());
  }

  public String typed(String field) {
    return screen.parameter(field);
  }

  private String here() {
    return "/console/market/price-alert?id=" + screen.id();
  }

  public void write() {
    screen.run(
        () ->
            reminders.write(
                new Reminders.Write(
                    screen.id(),
                    new Operators.Party(
                        screen.parameter("party"),
                        !screen.parameter("person").isEmpty(),
                        screen.parameter("code"),
                        screen.parameter("premises"),
                        ""),
                    screen.parameter("demand"))),
        "reminder.written",
        here());
  }

  public void serve() {
    screen.run(
        () ->
            reminders.serve(
                new Reminders.Serve(
                    screen.id(),
                    PriceDates.needed(screen.parameter("served")),
                    screen.parameter("receiver"))),
        "reminder.served",
        here());
  }

  public void handle() {
    screen.run(
        () ->
            handleAlert.handle(
                new HandleAlert.Command(screen.id(), to(), screen.parameter("reason"))),
        "price-alert.done",
        here());
  }

  private AlertState to() {
    for (var state : AlertState.values()) {
      if (state.name().equals(screen.parameter("to"))) {
        return state;
      }
    }
    throw new Refusal("price-alert.step", screen.parameter("to"));
  }
}
