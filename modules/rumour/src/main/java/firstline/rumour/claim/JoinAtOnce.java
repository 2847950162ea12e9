package firstline.rumour.claim;

import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.outbox.OutboxListener;
import firstline.rumour.api.RumourEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Set;
import java.util.UUID;

/** Has every new claim looked at by the engine, soon after it was received. */
@ApplicationScoped
public class JoinAtOnce implements OutboxListener {
  @Inject private JoinKnown joinKnown;

  @Override
  public String name() {
    return "rumour.join-at-once";
  }

  @Override
  public Set<String> topics() {
    return Set.of(RumourEvents.CLAIM_RECEIVED);
  }

  @Override
  public void on(OutboxEvent event) {
    try (var reader = Json.createReader(new StringReader(event.payload()))) {
      joinKnown.join(UUID.fromString(reader.readObject().getString("id")));
    }
  }
}
