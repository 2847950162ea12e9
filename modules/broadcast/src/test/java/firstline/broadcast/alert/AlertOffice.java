package firstline.broadcast.alert;

import static firstline.broadcast.BroadcastRights.EMERGENCY;

import firstline.broadcast.TestDesk;
import firstline.broadcast.TestSchedules;
import firstline.broadcast.signature.TrustedSigners;
import firstline.broadcast.standing.StandingOrders;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import java.security.cert.X509Certificate;
import java.util.List;

/** A city with one county, where alerts are taken in; each test class takes a city of its own. */
public final class AlertOffice {
  private static final Sql SQL = TestDatabase.kept();

  public final Sql sql;
  public final MutableClock clock = MutableClock.at("2026-07-10T00:00:00Z");
  public final String city;
  public final String county;
  private List<X509Certificate> signers = List.of();

  public AlertOffice(String city) {
    this(city, SQL);
  }

  public AlertOffice(String city, Sql sql) {
    this.sql = sql;
    this.city = city;
    this.county = city.substring(0, 4) + "02000000";
    sql.update(
        "insert into area (code, parent, level, name, path) values (?, null, 'CITY', '测市', ?)"
            + " on conflict do nothing",
        city,
        city + "/");
    sql.update(
        "insert into area (code, parent, level, name, path) values (?, ?, 'COUNTY', '测县', ?)"
            + " on conflict do nothing",
        county,
        city,
        city + "/" + county + "/");
  }

  /** An officer at the area, holding the right over the whole of it. */
  public Desk desk(String area, String path) {
    return TestDesk.of(area, path, EMERGENCY);
  }

  Alerts alerts() {
    return alerts(desk(city, city + "/"));
  }

  private Alerts alerts(Desk desk) {
    return new Alerts(
        sql,
        clock,
        new TrustedSigners(signers),
        new StandingOrders(TestSchedules.of(sql, desk, clock), sql, desk));
  }

  /** From now on these certificates count. */
  void trust(X509Certificate... certificates) {
    signers = List.of(certificates);
  }

  public TakeInAlert takeIn(Desk desk) {
    return new TakeInAlert(alerts(desk), sql, desk);
  }

  /** Takes the message in at the city. */
  Alerts.Taken take(String message) {
    return takeIn(desk(city, city + "/"))
        .take(new TakeInAlert.Command(SampleCaps.bytes(message), Alerts.Way.API));
  }

  public String state(String identifier) {
    return sql.one("select state from alert where identifier = ?", row -> row.text(1), identifier);
  }
}
