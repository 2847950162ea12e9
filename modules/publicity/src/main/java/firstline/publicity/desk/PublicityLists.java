package firstline.publicity.desk;

import firstline.persistence.export.ListExport;
import firstline.persistence.export.ListExports;
import firstline.persistence.export.ListTable;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.words.Words;
import firstline.publicity.campaign.CampaignQueries;
import firstline.publicity.collection.CollectionQueries;
import firstline.publicity.ledger.LedgerQueries;
import firstline.publicity.order.OrderQueries;
import firstline.publicity.recall.RecallQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The lists of this department as tables; the catalogue stands beside its search. */
@ApplicationScoped
public class PublicityLists implements ListExports {
  @Inject private CampaignQueries campaigns;
  @Inject private CollectionQueries collections;
  @Inject private LedgerQueries ledger;
  @Inject private RecallQueries recalls;
  @Inject private OrderQueries orders;
  @Inject private Words words;

  @Override
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<ListExport> lists() {
    return List.of(campaigns(), collections(), batches(), recalls(), orders());
  }

  private ListExport campaigns() {
    return ListTable.of(words, "publicity.campaigns", CampaignQueries.Line::id)
        .column("publicity.number", CampaignQueries.Line::number)
        .column("publicity.title", CampaignQueries.Line::title)
        .column("campaign.dates", line -> line.begins() + " – " + line.ends())
        .column("campaign.owner", CampaignQueries.Line::departmentName)
        .column("publicity.area", CampaignQueries.Line::areaName)
        .column("campaign.contact", CampaignQueries.Line::contact)
        .column("publicity.materials", CampaignQueries.Line::materials)
        .pages((asked, cursor) -> campaigns.list(cursor));
  }

  private ListExport collections() {
    return ListTable.of(words, "publicity.collections", CollectionQueries.Line::id)
        .column("publicity.title", CollectionQueries.Line::title)
        .column("publicity.materials", CollectionQueries.Line::count)
        .column("campaign.owner", CollectionQueries.Line::departmentName)
        .column("collection.by", CollectionQueries.Line::officerName)
        .time("collection.changed", CollectionQueries.Line::changedAt)
        .pages((asked, cursor) -> collections.list(cursor));
  }

  private ListExport batches() {
    return ListTable.of(words, "publicity.batches", LedgerQueries.Batch::id)
        .column("ledger.number", LedgerQueries.Batch::number)
        .column("publicity.title", LedgerQueries.Batch::title)
        .column("publicity.area", LedgerQueries.Batch::areaName)
        .column("ledger.printed", batch -> batch.balance().printed())
        .column("ledger.part.STOCK", batch -> batch.balance().stock())
        .column("ledger.part.HANDED_OUT", batch -> batch.balance().handedOut())
        .column("ledger.part.DESTROYED", batch -> batch.balance().destroyed())
        .column("ledger.part.LOST", batch -> batch.balance().lost())
        .time("ledger.printed-at", LedgerQueries.Batch::printedAt)
        .pages((asked, cursor) -> ledger.list(asked.parameter("q"), cursor));
  }

  private ListExport recalls() {
    return ListTable.of(words, "publicity.recalls", RecallQueries.Line::id)
        .column("publicity.number", RecallQueries.Line::number)
        .column("publicity.title", RecallQueries.Line::title)
        .column("recall.reason", RecallQueries.Line::reason)
        .time("recall.when", RecallQueries.Line::recalledAt)
        .column("recall.told", RecallQueries.Line::told)
        .column("recall.answered", RecallQueries.Line::answered)
        .pages((asked, cursor) -> recalls.list(asked.parameter("q"), cursor));
  }

  private ListExport orders() {
    return ListTable.of(words, "publicity.orders", OrderQueries.Line::id)
        .column("order.number", OrderQueries.Line::number)
        .column("publicity.title", OrderQueries.Line::title)
        .column("publicity.area", OrderQueries.Line::areaName)
        .word("order.state", "order.state.", line -> line.standing().state())
        .column("order.asked", line -> line.standing().asked())
        .column("order.granted", line -> line.standing().granted())
        .column("order.received", line -> line.standing().received())
        .column("order.on-the-way", line -> line.standing().onTheWay())
        .column("order.missing", line -> line.standing().missing())
        .time("order.asked-at", OrderQueries.Line::askedAt)
        .pages((asked, cursor) -> orders.list(asked.one("show", OrderQueries.Show.ALL), cursor));
  }
}
