package firstline.market.supervise;

import firstline.market.MarketRights;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is supervised, on top of a desk ({@code WEB-INF/market/supervised.xhtml}) and on a record
 * ({@code WEB-INF/market/supervision.xhtml}).
 */
@Named
@RequestScoped
public class SupervisionDesk {
  @Inject private SupervisionQueries queries;
  @Inject private Supervise supervise;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private final Map<UUID, List<SupervisionQueries.Line>> lines = new HashMap<>();
  private @Nullable List<SupervisionQueries.Line> open;

  public List<SupervisionQueries.Line> getOpen() {
    if (open == null) {
      open = queries.open();
    }
    return open;
  }

  /** The record's supervisions, read once. */
  public List<SupervisionQueries.Line> of(UUID record) {
    return lines.computeIfAbsent(record, queries::ofRecord);
  }

  private boolean isSupervised(UUID record) {
    return of(record).stream().anyMatch(SupervisionQueries.Line::isOpen);
  }

  /** True if the officer may begin to supervise it. */
  public boolean beginning(UUID record) {
    return desk.may(MarketRights.HEAD) && !isSupervised(record);
  }

  /** True if the officer is to answer. */
  public boolean answering(UUID record, boolean ofCase) {
    return desk.may(ofCase ? MarketRights.CASE : MarketRights.HANDLE)
        && isSupervised(record)
        && queries.isOurs(record);
  }

  public String typed(String field) {
    return screen.parameter(field);
  }

  public void begin() {
    screen.run(
        () ->
            supervise.begin(
                new Supervise.Command(
                    screen.id(),
                    screen.parameter("supervise-reason"),
                    screen.parameter("answer-by"))),
        "supervise.begun",
        () -> address("supervised"));
  }

  public void answerLetter() {
    screen.run(
        () -> supervise.answerLetter(answer()), "supervise.done", () -> address("supervised"));
  }

  public void answerCase() {
    screen.run(() -> supervise.answerCase(answer()), "supervise.done", () -> address("supervised"));
  }

  private Supervise.Answer answer() {
    return new Supervise.Answer(screen.id(), screen.parameter("supervise-answer"));
  }

  private String address(String place) {
    return queries.ofRecord(screen.id()).get(0).getHref() + "#" + place;
  }
}
