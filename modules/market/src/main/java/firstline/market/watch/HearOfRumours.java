package firstline.market.watch;

import firstline.persistence.outbox.HandOver;
import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.outbox.OutboxListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Set;
import java.util.UUID;

/** Hears from the watch on rumours what goes round. */
@ApplicationScoped
public class HearOfRumours implements OutboxListener {
  @Inject private RaiseWatch raiseWatch;

  @Override
  public String name() {
    return "market.rumours";
  }

  @Override
  public Set<String> topics() {
    return Set.of(HandOver.RUMOUR_OPENED);
  }

  @Override
  public void on(OutboxEvent event) {
    try (var reader = Json.createReader(new StringReader(event.payload()))) {
      var told = reader.readObject();
      raiseWatch.raise(
          new RaiseWatch.Command(
              UUID.fromString(told.getString("id")),
              told.getString("number"),
              told.getString("area"),
              told.getString("title"),
              told.getString("text")));
    }
  }
}
