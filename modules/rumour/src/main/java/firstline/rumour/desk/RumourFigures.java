package firstline.rumour.desk;

import firstline.persistence.indicator.Indicators;
import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.outbox.OutboxListener;
import firstline.persistence.time.Clocks;
import firstline.rumour.api.RumourEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Counts what the department does, a day and area. */
@ApplicationScoped
public class RumourFigures implements OutboxListener {
  private static final Map<String, String> KEYS =
      Map.of(
          RumourEvents.CLAIM_RECEIVED, "rumour.claims",
          RumourEvents.PUBLISHED, "rumour.published",
          RumourEvents.CORRECTED, "rumour.corrected",
          RumourEvents.WITHDRAWN, "rumour.withdrawn");

  @Inject private Indicators indicators;

  @Override
  public String name() {
    return "rumour.figures";
  }

  @Override
  public Set<String> topics() {
    return KEYS.keySet();
  }

  @Override
  public void on(OutboxEvent event) {
    try (var reader = Json.createReader(new StringReader(event.payload()))) {
      var told = reader.readObject();
      indicators.add(
          KEYS.getOrDefault(event.topic(), event.topic()),
          told.getString("area"),
          LocalDate.ofInstant(Instant.parse(told.getString("at")), Clocks.ZONE),
          1,
          name());
    }
  }
}
