package firstline.publicity.recall;

import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.outbox.OutboxListener;
import firstline.rumour.api.RumourEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Set;

/** Hears from the rumour department what stands, is corrected and is withdrawn. */
@ApplicationScoped
public class HearOfRebuttals implements OutboxListener {
  @Inject private FollowRebuttal followRebuttal;

  @Override
  public String name() {
    return "publicity.rebuttals";
  }

  @Override
  public Set<String> topics() {
    return Set.of(RumourEvents.PUBLISHED, RumourEvents.CORRECTED, RumourEvents.WITHDRAWN);
  }

  @Override
  public void on(OutboxEvent event) {
    try (var reader = Json.createReader(new StringReader(event.payload()))) {
      var told = reader.readObject();
      followRebuttal.follow(
          new FollowRebuttal.Command(
              told.getString("number"),
              told.getString("area"),
              told.getInt("ordinal"),
              told.getString("hash"),
              event.topic().equals(RumourEvents.WITHDRAWN)));
    }
  }
}
