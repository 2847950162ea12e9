package firstline.market.quote;

import firstline.market.MarketRights;
import firstline.market.surge.DailySurge;
import firstline.market.surge.Margin;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change of price rules as it is drafted, tried and released. */
@Named
@RequestScoped
public class PriceDraftPage {
  /** Changes that are shown. */
  private static final int MOST = 50;

  @Inject private PriceDrafts drafts;
  @Inject private TryRules tryRules;
  @Inject private ReleaseRules releaseRules;
  @Inject private PriceQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Words words;

  private PriceDrafts.@Nullable Line view;
  private @Nullable List<MarginRules.Line> margins;
  private @Nullable RuleTrial trial;

  public void load() {
    getView();
  }

  public PriceDrafts.Line getView() {
    if (view == null) {
      view = drafts.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  public List<MarginRules.Line> getMargins() {
    if (margins == null) {
      margins = drafts.margins(getView().id());
    }
    return margins;
  }

  /** True if it may still be changed, by this officer. */
  public boolean isOpen() {
    return getView().state() == PriceDrafts.State.DRAFT && desk.may(MarketRights.PRICE_CHECK);
  }

  public List<String> getGroups() {
    return queries.groups();
  }

  public List<String> getBases() {
    return Arrays.stream(Margin.Basis.values()).map(Enum::name).toList();
  }

  public String typed(String field) {
    return field.equals("area") && !screen.names("posted")
        ? desk.officer().areaCode()
        : screen.parameter(field);
  }

  /** A limit as typed, as drafted, or as it is by standard. */
  public String limit(String field) {
    if (!screen.parameter(field).isEmpty()) {
      return screen.parameter(field);
    }
    var limits = getView().limits();
    if (limits != null) {
      return switch (field) {
        case "least" -> limits.least().toPlainString();
        case "most" -> limits.most().toPlainString();
        default -> limits.scales().toPlainString();
      };
    }
    var standard = DailySurge.Settings.STANDARD;
    return switch (field) {
      case "least" -> percent(standard.least());
      case "most" -> percent(standard.most());
      default -> String.format(Locale.ROOT, "%.1f", standard.scales());
    };
  }

  private static String percent(double logarithm) {
    return String.format(Locale.ROOT, "%.2f", 100 * Math.expm1(logarithm));
  }

  public String getLimits() {
    return limit("least") + " % – " + limit("most") + " %, × " + limit("scales");
  }

  /** How the last trial came out, in a sentence. */
  public String getOutcome() {
    return words.of("price-draft.wrong-cases", getView().wrong())
        + words.of("price-draft.changes", getView().gone(), getView().added());
  }

  /** What was tried in this request, or null. */
  public @Nullable RuleTrial getTrial() {
    return trial;
  }

  private RuleTrial tried() {
    return Objects.requireNonNull(trial);
  }

  /** The first of what would be gone. */
  public List<RuleTrial.Change> getGone() {
    return tried().gone().stream().limit(MOST).toList();
  }

  /** The first of what would be new. */
  public List<RuleTrial.Change> getAdded() {
    return tried().added().stream().limit(MOST).toList();
  }

  /** How the precision would change, in a sentence. */
  public String getPrecision() {
    return tried().judged() == 0
        ? words.get("price-draft.none-judged")
        : words.of(
            "price-draft.precision", share(tried().percentBefore()), share(tried().percentAfter()));
  }

  private static String share(long percent) {
    return percent < 0 ? "—" : percent + " %";
  }

  /** Tries it, and shows how it came out on this page. */
  public void tryOut() {
    screen.attempt(() -> trial = tryRules.run(screen.id()));
    view = null;
  }

  private String here() {
    return "/console/market/price-draft?id=" + screen.id();
  }

  public void release() {
    screen.run(() -> releaseRules.release(screen.id()), "price-draft.released", here());
  }

  public void drop() {
    screen.run(() -> drafts.drop(screen.id()), "price-draft.dropped", here());
  }

  public void putLimits() {
    screen.run(
        () ->
            drafts.limit(
                screen.id(),
                new PriceDrafts.Limits(number("least"), number("most"), number("scales"))),
        "price-draft.saved",
        here());
  }

  private BigDecimal number(String field) {
    var number = Amounts.read(screen.parameter(field).strip());
    if (number == null) {
      throw new Refusal("price-draft.limits");
    }
    return number;
  }

  public void putMargin() {
    screen.run(
        () ->
            drafts.add(
                screen.id(),
                new MarginRules.Command(
                    screen.parameter("area"),
                    screen.parameter("group"),
                    screen.parameter("basis").equals(Margin.Basis.SALE.name())
                        ? Margin.Basis.SALE
                        : Margin.Basis.COST,
                    cap(),
                    PriceDates.read(screen.parameter("base")),
                    PriceDates.needed(screen.parameter("from")),
                    PriceDates.read(screen.parameter("until")),
                    screen.parameter("source"))),
        "price-draft.saved",
        here());
  }

  private BigDecimal cap() {
    var cap = Amounts.read(screen.parameter("cap").strip());
    if (cap == null) {
      throw new Refusal("margin.cap", screen.parameter("cap"));
    }
    return cap;
  }
}
