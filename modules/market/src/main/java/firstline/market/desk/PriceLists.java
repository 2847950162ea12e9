package firstline.market.desk;

import firstline.market.quote.AlertQueries;
import firstline.market.quote.AlertState;
import firstline.market.quote.PriceNotices;
import firstline.market.surge.Rung;
import firstline.market.watch.WatchQueries;
import firstline.persistence.export.Address;
import firstline.persistence.export.ListExport;
import firstline.persistence.export.ListExports;
import firstline.persistence.export.ListTable;
import firstline.persistence.page.Page;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The lists of prices as tables; the quotes of a day stand beside their ledger. */
@ApplicationScoped
public class PriceLists implements ListExports {
  @Inject private AlertQueries alerts;
  @Inject private PriceNotices notices;
  @Inject private WatchQueries watches;
  @Inject private Words words;

  @Override
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<ListExport> lists() {
    return List.of(alerts(), notices(), watches());
  }

  private ListExport alerts() {
    return ListTable.of(words, "market.price-alerts", AlertQueries.Line::id)
        .column("price-alert.day", AlertQueries.Line::day)
        .column("price.goods", AlertQueries.Line::goods)
        .column("price.point", AlertQueries.Line::point)
        .column("price.area", AlertQueries.Line::areaName)
        .word("price-alert.rung", "surge.rung.", AlertQueries.Line::rung)
        .word("price-alert.level", "surge.level.", AlertQueries.Line::level)
        .word("price-alert.state", "price-alert.state.", AlertQueries.Line::state)
        .parts(this::alerts);
  }

  private Page<AlertQueries.Line> alerts(Address asked, String after, int size) {
    var rows =
        alerts.list(
            new AlertQueries.Asked(
                asked.known("state", AlertState.values()),
                asked.known("rung", Rung.values()),
                "",
                "",
                ""),
            after.isEmpty() ? null : UUID.fromString(after),
            size);
    return new Page<>(
        rows, "", rows.size() < size ? "" : rows.get(rows.size() - 1).id().toString());
  }

  private ListExport notices() {
    return ListTable.of(words, "market.price-notices", PriceNotices.Line::id)
        .column("price-notice.number", PriceNotices.Line::number)
        .column("price-notice.title", PriceNotices.Line::title)
        .word("price-notice.state", "price-notice.state.", PriceNotices.Line::state)
        .column("price.area", PriceNotices.Line::areaName)
        .column("price-notice.first", PriceNotices.Line::first)
        .column("price-notice.last", PriceNotices.Line::last)
        .column("price.officer", PriceNotices.Line::officerName)
        .pages((asked, cursor) -> notices.list(asked.parameter("q"), cursor));
  }

  /** What the cards of the page say, in columns. */
  private ListExport watches() {
    return ListTable.of(words, "market.price-watches", WatchQueries.Line::id)
        .column("price.goods", WatchQueries.Line::goods)
        .column("price.area", WatchQueries.Line::areaName)
        .word("price-alert.state", "price-watch.state.", WatchQueries.Line::state)
        .column("price-notice.first", WatchQueries.Line::since)
        .column("price-notice.last", WatchQueries.Line::until)
        .column("price-watch.today", line -> line.today() + " / " + line.points())
        .column("price-watch.rise", WatchQueries.Line::lift)
        .column("price-watch.alerts", WatchQueries.Line::alerts)
        .pages((asked, cursor) -> watches.list(asked.names("running"), cursor));
  }
}
