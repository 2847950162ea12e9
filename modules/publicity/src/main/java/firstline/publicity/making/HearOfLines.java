package firstline.publicity.making;

import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.outbox.OutboxListener;
import firstline.rumour.api.RumourEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Set;

/** Hears from the rumour department which lines may go on posters. */
@ApplicationScoped
public class HearOfLines implements OutboxListener {
  @Inject private KeepLine keepLine;

  @Override
  public String name() {
    return "publicity.lines";
  }

  @Override
  public Set<String> topics() {
    return Set.of(RumourEvents.POSTER_READY);
  }

  @Override
  public void on(OutboxEvent event) {
    try (var reader = Json.createReader(new StringReader(event.payload()))) {
      var told = reader.readObject();
      keepLine.keep(
          new KeepLine.Command(
              told.getString("number"),
              told.getString("language"),
              told.getString("area"),
              told.getInt("ordinal"),
              told.getString("hash"),
              told.getString("line")));
    }
  }
}
