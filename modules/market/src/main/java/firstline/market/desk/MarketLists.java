package firstline.market.desk;

import firstline.market.campaign.CampaignQueries;
import firstline.market.casefile.CaseQueries;
import firstline.market.casefile.CaseState;
import firstline.market.complaint.ComplaintQueries;
import firstline.market.inspect.DrawQueries;
import firstline.market.inspect.GoodsGroup;
import firstline.market.inspect.InspectionKind;
import firstline.market.inspect.InspectionQueries;
import firstline.market.inspect.InspectionState;
import firstline.market.measure.MeasureKind;
import firstline.market.measure.MeasureQueries;
import firstline.market.measure.MeasureState;
import firstline.market.referral.ReferralQueries;
import firstline.market.referral.ReferralState;
import firstline.market.term.TermQueries;
import firstline.market.typical.TypicalCases;
import firstline.persistence.export.Address;
import firstline.persistence.export.ListExport;
import firstline.persistence.export.ListExports;
import firstline.persistence.export.ListTable;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The lists of this department as tables; those of prices stand beside them. */
@ApplicationScoped
public class MarketLists implements ListExports {
  @Inject private ComplaintQueries complaints;
  @Inject private InspectionQueries inspections;
  @Inject private DrawQueries register;
  @Inject private CaseQueries cases;
  @Inject private MeasureQueries measures;
  @Inject private ReferralQueries referrals;
  @Inject private TermQueries terms;
  @Inject private CampaignQueries campaigns;
  @Inject private TypicalCases typicalCases;
  @Inject private Words words;

  @Override
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<ListExport> lists() {
    return List.of(
        complaints(),
        inspections(),
        register(),
        cases(),
        measures(),
        referrals(),
        terms(),
        campaigns(),
        typicalCases());
  }

  private ListExport complaints() {
    return ListTable.of(words, "market.complaints", ComplaintQueries.Line::id)
        .column("term.number", ComplaintQueries.Line::number)
        .word("complaint.kind", "complaint.kind.", ComplaintQueries.Line::kind)
        .word("term.state", "complaint.state.", ComplaintQueries.Line::state)
        .column("complaint.operator", ComplaintQueries.Line::operator)
        .column("complaint.goods", ComplaintQueries.Line::goods)
        .column("complaint.place", ComplaintQueries.Line::place)
        .column("term.department", ComplaintQueries.Line::departmentName)
        .time("complaint.received-at", ComplaintQueries.Line::receivedAt)
        .pages(
            (asked, cursor) ->
                complaints.list(
                    new ComplaintQueries.Asked(
                        asked.parameter("kind"),
                        asked.parameter("state"),
                        asked.parameter("words")),
                    cursor));
  }

  private ListExport inspections() {
    return ListTable.of(words, "market.inspections", InspectionQueries.Line::id)
        .column("inspection.number", InspectionQueries.Line::number)
        .column("inspection.operator", InspectionQueries.Line::operatorName)
        .word("inspection.state", "inspection.state.", InspectionQueries.Line::state)
        .column("inspection.title", InspectionQueries.Line::title)
        .word("inspection.group", "inspection.group.", InspectionQueries.Line::group)
        .word("inspection.kind", "inspection.kind.", InspectionQueries.Line::kind)
        .column("inspection.officers", InspectionQueries.Line::officers)
        .column("inspection.area", InspectionQueries.Line::areaName)
        .column("inspection.due", InspectionQueries.Line::due)
        .time("inspection.planned-at", InspectionQueries.Line::plannedAt)
        .pages(this::inspections);
  }

  private Page<InspectionQueries.Line> inspections(Address asked, Cursor cursor) {
    return inspections.list(
        new InspectionQueries.Filter(
            asked.known("state", InspectionState.values()),
            asked.known("kind", InspectionKind.values()),
            asked.parameter("q"),
            asked.names("mine")),
        cursor);
  }

  private ListExport register() {
    return ListTable.of(words, "market.register", DrawQueries.Registered::id)
        .column("inspection.operator", DrawQueries.Registered::name)
        .column("operator.code", DrawQueries.Registered::code)
        .word("inspection.group", "inspection.group.", DrawQueries.Registered::group)
        .word("inspection.risk", "inspection.risk.", DrawQueries.Registered::risk)
        .column("inspection.area", DrawQueries.Registered::areaName)
        .column("register.barred-who", DrawQueries.Registered::barred)
        .pages(
            (asked, cursor) ->
                register.registered(
                    asked.parameter("q"), asked.known("goods", GoodsGroup.values()), cursor));
  }

  private ListExport cases() {
    return ListTable.of(words, "market.cases", CaseQueries.Line::id)
        .column("case.number", CaseQueries.Line::number)
        .column("case.title", CaseQueries.Line::title)
        .word("case.state", "case.state.", CaseQueries.Line::state)
        .column("case.operator", CaseQueries.Line::operatorName)
        .word("case.matter", "case.matter.", CaseQueries.Line::matter)
        .column("case.area", CaseQueries.Line::areaName)
        .column("case.officers", CaseQueries.Line::officers)
        .time("case.filed-at", CaseQueries.Line::filedAt)
        .pages(
            (asked, cursor) ->
                cases.list(
                    new CaseQueries.Filter(
                        asked.known("state", CaseState.values()),
                        asked.parameter("q"),
                        asked.names("mine")),
                    cursor));
  }

  private ListExport measures() {
    return ListTable.of(words, "market.measures", MeasureQueries.Line::id)
        .column("measure.number", MeasureQueries.Line::number)
        .word("measure.kind", "measure.kind.", MeasureQueries.Line::kind)
        .word("measure.state", "measure.state.", MeasureQueries.Line::state)
        .column("case.operator", MeasureQueries.Line::operatorName)
        .column("case.area", MeasureQueries.Line::areaName)
        .column("measure.goods.count", MeasureQueries.Line::goods)
        .column("measure.until", MeasureQueries.Line::until)
        .pages(
            (asked, cursor) ->
                measures.list(
                    new MeasureQueries.Asked(
                        asked.known("kind", MeasureKind.values()),
                        asked.known("state", MeasureState.values())),
                    cursor));
  }

  private ListExport referrals() {
    return ListTable.of(words, "market.referrals", ReferralQueries.Line::id)
        .column("referral.number", ReferralQueries.Line::number)
        .column("case.operator", ReferralQueries.Line::operatorName)
        .column("referral.offence", ReferralQueries.Line::offence)
        .word("referral.state", "referral.state.", ReferralQueries.Line::state)
        .column("case.area", ReferralQueries.Line::areaName)
        .time("referral.made-at", ReferralQueries.Line::madeAt)
        .pages(
            (asked, cursor) ->
                referrals.list(asked.known("state", ReferralState.values()), cursor));
  }

  private ListExport terms() {
    return ListTable.of(words, "market.terms", TermQueries.Line::id)
        .column("term.number", TermQueries.Line::number)
        .word("term.rule", "term.rule.", line -> line.rule().id())
        .word("term.state", "term.level.", TermQueries.Line::level)
        .column("term.due", TermQueries.Line::due)
        .column("term.left", TermQueries.Line::days)
        .column("term.gone", TermQueries.Line::share)
        .column("term.department", TermQueries.Line::departmentName)
        .column("term.warned", TermQueries.Line::warned)
        .pages(
            (asked, cursor) ->
                terms.list(
                    new TermQueries.Asked(
                        asked.one("show", TermQueries.Show.ALL),
                        asked.parameter("whose").equals("area"),
                        asked.parameter("rule")),
                    cursor));
  }

  private ListExport campaigns() {
    return ListTable.of(words, "market.campaigns", CampaignQueries.Line::id)
        .column("market-campaign.name", CampaignQueries.Line::name)
        .word("market-campaign.state", "market-campaign.state.", CampaignQueries.Line::state)
        .column("market-campaign.first", CampaignQueries.Line::first)
        .column("market-campaign.last", CampaignQueries.Line::last)
        .column("market-campaign.area", CampaignQueries.Line::areaName)
        .column("market-campaign.department", CampaignQueries.Line::departmentName)
        .pages((asked, cursor) -> campaigns.list(cursor));
  }

  private ListExport typicalCases() {
    return ListTable.of(words, "market.typical-cases", TypicalCases.View::id)
        .column("typical.number", TypicalCases.View::number)
        .column("typical.title", TypicalCases.View::title)
        .word("typical.state", "typical.", MarketLists::standing)
        .column("typical.author", TypicalCases.View::officerName)
        .pages((asked, cursor) -> typicalCases.list(cursor));
  }

  private static String standing(TypicalCases.View view) {
    if (view.isPublic()) {
      return "public";
    }
    return view.publishedName().isEmpty() ? "draft" : "over";
  }
}
