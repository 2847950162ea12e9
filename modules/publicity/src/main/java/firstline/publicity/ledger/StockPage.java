package firstline.publicity.ledger;

import firstline.persistence.right.Desk;
import firstline.publicity.ledger.Movement.Kind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The store of the officer's own area, on a phone first. */
@Named
@RequestScoped
public class StockPage {
  @Inject private LedgerQueries queries;
  @Inject private Desk desk;
  @Inject private Clock clock;

  private @Nullable List<LedgerQueries.Stock> rows;
  private @Nullable List<LedgerQueries.Consignment> coming;

  public List<LedgerQueries.Stock> getRows() {
    if (rows == null) {
      rows = queries.stock();
    }
    return rows;
  }

  public List<LedgerQueries.Consignment> getComing() {
    if (coming == null) {
      coming = queries.mine();
    }
    return coming;
  }

  /** Every code that leads to one of its lines: {@code code=batch}, by spaces. */
  public String getCodes() {
    return queries.codes().stream()
        .map(one -> one.code() + "=" + one.batch())
        .collect(Collectors.joining(" "));
  }

  /** When its figures were counted: the page may be opened long after, without a network. */
  public Instant getNow() {
    return clock.instant();
  }

  public List<LedgerQueries.Place> getPlaces() {
    return queries.places();
  }

  /** What may be done with what is there; the rest is answered where it stands. */
  public List<String> getKinds() {
    return Stream.of(Kind.HAND_OUT, Kind.SEND, Kind.COUNT, Kind.LOSE, Kind.DESTROY)
        .map(Enum::name)
        .toList();
  }

  public String getArea() {
    return desk.officer().areaCode();
  }

  public String getAreaName() {
    return desk.officer().areaName();
  }

  /** Whose movements wait in this browser: nobody else sends them. */
  public String getOfficer() {
    return desk.officer().id().toString();
  }
}
