package firstline.market.quote;

import firstline.market.MarketRights;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Happening;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A price notice, and one as it is drafted. */
@Named
@RequestScoped
public class PriceNoticePage {
  /** Lines of the form. */
  private static final int ROWS = 6;

  @Inject private PriceNotices notices;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Words words;

  private PriceNotices.@Nullable Line view;
  private @Nullable UUID drafted;

  public void load() {
    getView();
  }

  public PriceNotices.Line getView() {
    if (view == null) {
      view = notices.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  public List<PriceNotices.Price> getPrices() {
    return notices.prices(getView().id());
  }

  /** What happened to it, the newest on top. */
  public List<Happening> getHistory() {
    return notices.steps(getView().id()).stream().map(step -> step.told(words)).toList();
  }

  public boolean isDrafting() {
    return desk.may(MarketRights.PRICE_CHECK);
  }

  /** True if the officer may publish it now. */
  public boolean isPublishable() {
    return desk.may(MarketRights.PUBLISH) && getView().state() == PriceNotices.State.DRAFT;
  }

  /** True if the officer may take it off now. */
  public boolean isWithdrawable() {
    return desk.may(MarketRights.PUBLISH)
        && (getView().state() == PriceNotices.State.SHOWN
            || getView().state() == PriceNotices.State.AHEAD);
  }

  public List<Integer> getPlaces() {
    return IntStream.rangeClosed(1, ROWS).boxed().toList();
  }

  public List<String> getKinds() {
    return Arrays.stream(PriceNotices.Kind.values()).map(Enum::name).toList();
  }

  public String typed(String field) {
    return screen.parameter(field);
  }

  public String typed(String field, int place) {
    return screen.parameter(field + "-" + place);
  }

  public void draft() {
    screen.run(
        () ->
            drafted =
                notices.draft(
                    new PriceNotices.Command(
                        screen.parameter("title"),
                        screen.parameter("body"),
                        PriceDates.needed(screen.parameter("first")),
                        PriceDates.needed(screen.parameter("last")),
                        typedPrices())),
        "price-notice.drafted",
        () -> "/console/market/price-notice?id=" + drafted);
  }

  /** Lines in which anything stands. */
  private List<PriceNotices.Price> typedPrices() {
    var prices = new ArrayList<PriceNotices.Price>();
    for (var place : getPlaces()) {
      if ((typed("goods", place) + typed("unit", place) + typed("value", place)).isBlank()) {
        continue;
      }
      var value = Amounts.read(typed("value", place).strip());
      if (value == null) {
        throw new Refusal("price-notice.row", place);
      }
      prices.add(
          new PriceNotices.Price(
              typed("goods", place), typed("unit", place), kind(typed("kind", place)), value));
    }
    return prices;
  }

  private static PriceNotices.Kind kind(String typed) {
    return Arrays.stream(PriceNotices.Kind.values())
        .filter(kind -> kind.name().equals(typed))
        .findFirst()
        .orElse(PriceNotices.Kind.GUIDE);
  }

  private String here() {
    return "/console/market/price-notice?id=" + screen.id();
  }

  public void publish() {
    screen.run(() -> notices.publish(screen.id()), "price-notice.now-public", here());
  }

  public void withdraw() {
    screen.run(
        () -> notices.withdraw(screen.id(), screen.parameter("why")),
        "price-notice.now-off",
        here());
  }
}
