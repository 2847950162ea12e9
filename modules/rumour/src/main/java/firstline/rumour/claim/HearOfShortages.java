package firstline.rumour.claim;

import firstline.persistence.outbox.HandOver;
import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.outbox.OutboxListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Set;

/** Hears from the market department what people say where a price has surged. */
@ApplicationScoped
public class HearOfShortages implements OutboxListener {
  @Inject private HearClaim hearClaim;

  @Override
  public String name() {
    return "rumour.shortages";
  }

  @Override
  public Set<String> topics() {
    return Set.of(HandOver.SHORTAGE);
  }

  @Override
  public void on(OutboxEvent event) {
    try (var reader = Json.createReader(new StringReader(event.payload()))) {
      var told = reader.readObject();
      hearClaim.hear(
          new HearClaim.Command(
              told.getString("text"), told.getString("seen"), told.getString("area")));
    }
  }
}
