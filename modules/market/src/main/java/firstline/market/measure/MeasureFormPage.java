package firstline.market.measure;

import firstline.market.casefile.CaseQueries;
import firstline.market.casefile.Typed;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A measure as it is entered, with its list of goods. */
@Named
@RequestScoped
public class MeasureFormPage {
  private static final int ROWS = 5;
  private static final int MOST = 200;

  /** A line as it is typed; {@code place} counts from 1. */
  public record TypedGoods(int place, String name, String amount, String unit, String spot) {
    boolean blank() {
      return (name + amount + unit + spot).isBlank();
    }
  }

  @Inject private TakeMeasure takeMeasure;
  @Inject private CaseQueries cases;
  @Inject private Screen screen;

  private CaseQueries.@Nullable View view;
  private @Nullable UUID taken;
  private int more;

  public void load() {
    getView();
  }

  /** The case. */
  public CaseQueries.View getView() {
    if (view == null) {
      view = cases.one(screen.id("case"));
    }
    return Objects.requireNonNull(view);
  }

  public List<MeasureKind> getKinds() {
    return List.of(MeasureKind.values());
  }

  public String typed(String field) {
    return screen.parameter(field);
  }

  public boolean isUrgent() {
    return screen.names("urgent");
  }

  /** The lines typed so far, and empty ones to go on. */
  public List<TypedGoods> getRows() {
    var posted = screen.parameters("goods-name").size();
    var rows = new ArrayList<TypedGoods>();
    for (var place = 1; place <= Math.min(MOST, Math.max(ROWS, posted) + more); place++) {
      rows.add(row(place));
    }
    return rows;
  }

  private TypedGoods row(int place) {
    return new TypedGoods(
        place,
        at("goods-name", place),
        at("goods-amount", place),
        at("goods-unit", place),
        at("goods-spot", place));
  }

  private String at(String field, int place) {
    var typed = screen.parameters(field);
    return place <= typed.size() ? typed.get(place - 1) : "";
  }

  /** Shows five more lines; nothing is kept yet. */
  public void more() {
    more = ROWS;
  }

  public void take() {
    screen.run(
        () ->
            taken =
                takeMeasure.take(
                    new TakeMeasure.Command(
                        screen.id("case"),
                        Typed.of(
                            screen.parameter("kind"), MeasureKind.values(), MeasureKind.SEIZURE),
                        screen.names("urgent"),
                        screen.parameter("ground"),
                        screen.parameter("place"),
                        getRows().stream()
                            .filter(row -> !row.blank())
                            .map(
                                row ->
                                    Goods.read(
                                        row.place(),
                                        row.name(),
                                        row.amount(),
                                        row.unit(),
                                        row.spot()))
                            .toList())),
        "measure.taken",
        () -> "/console/market/measure?id=" + Objects.requireNonNull(taken));
  }
}
