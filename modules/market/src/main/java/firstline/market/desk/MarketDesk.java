package firstline.market.desk;

import firstline.market.MarketRights;
import firstline.market.campaign.CountForBulletin;
import firstline.persistence.indicator.IndicatorContribution;
import firstline.persistence.navigation.NavigationContribution;
import firstline.persistence.navigation.NavigationEntry;
import firstline.persistence.right.Allows;
import firstline.persistence.right.RightContribution;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The department's lines of the rail, and its rights. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class MarketDesk
    implements NavigationContribution, IndicatorContribution, RightContribution {
  private static final String CONSOLE = "/console/market/";

  @Override
  public List<NavigationEntry> entries() {
    return List.of(
        new NavigationEntry("terms", CONSOLE + "terms", "calendar", MarketRights.READ, 400),
        new NavigationEntry("complaints", CONSOLE + "complaints", "inbox", MarketRights.READ, 405),
        new NavigationEntry("routing", CONSOLE + "routing", "tree", MarketRights.READ, 407),
        new NavigationEntry(
            "inspections", CONSOLE + "inspections", "board", MarketRights.READ, 410),
        new NavigationEntry("on-site", CONSOLE + "on-site", "book", MarketRights.INSPECT, 411),
        new NavigationEntry("cases", CONSOLE + "cases", "list", MarketRights.READ, 420),
        new NavigationEntry("measures", CONSOLE + "measures", "key", MarketRights.READ, 422),
        new NavigationEntry("referrals", CONSOLE + "referrals", "outbox", MarketRights.READ, 424),
        new NavigationEntry("numbers", CONSOLE + "numbers", "book", MarketRights.HEAD, 428),
        new NavigationEntry(
            "market-campaigns", CONSOLE + "market-campaigns", "board", MarketRights.READ, 440),
        new NavigationEntry(
            "prices", "/console/market/prices", "figures", MarketRights.PRICE_READ, 450),
        new NavigationEntry(
            "price-alerts", "/console/market/price-alerts", "pulse", MarketRights.PRICE_READ, 451));
  }

  @Override
  public List<NavigationEntry> actions() {
    return List.of(
        new NavigationEntry(
            "complaint.new", CONSOLE + "complaint-form", "inbox", MarketRights.INTAKE, 400),
        new NavigationEntry("case.new", CONSOLE + "case-form", "list", MarketRights.INTAKE, 401),
        new NavigationEntry(
            "inspection.new", CONSOLE + "inspection-form", "board", MarketRights.INTAKE, 402),
        new NavigationEntry(
            "quote.enter", CONSOLE + "price-form", "figures", MarketRights.PRICE_ENTER, 403),
        new NavigationEntry(
            "market-campaign.new",
            CONSOLE + "market-campaign-form",
            "board",
            MarketRights.CAMPAIGN,
            404));
  }

  @Override
  public List<String> personal() {
    return List.of(
        MarketRights.HEAD, MarketRights.IDENTITY, MarketRights.LEGAL, MarketRights.PRICE_CHECK);
  }

  @Override
  public List<String> rights() {
    return List.of(
        MarketRights.READ,
        MarketRights.INTAKE,
        MarketRights.HANDLE,
        MarketRights.HEAD,
        MarketRights.IDENTITY,
        MarketRights.INSPECT,
        MarketRights.CASE,
        MarketRights.LEGAL,
        MarketRights.POLICE,
        MarketRights.PRICE_READ,
        MarketRights.PRICE_ENTER,
        MarketRights.PRICE_CHECK,
        MarketRights.CAMPAIGN,
        MarketRights.PUBLISH);
  }

  @Override
  public List<Indicator> indicators() {
    return CountForBulletin.indicators();
  }
}
