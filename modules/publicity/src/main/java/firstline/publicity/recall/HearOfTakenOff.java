package firstline.publicity.recall;

import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.outbox.OutboxListener;
import firstline.publicity.api.PublicityEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Set;
import java.util.UUID;

/** Hears what other departments have stopped because of a recall. */
@ApplicationScoped
public class HearOfTakenOff implements OutboxListener {
  @Inject private NoteTakenOff noteTakenOff;

  @Override
  public String name() {
    return "publicity.taken-off";
  }

  @Override
  public Set<String> topics() {
    return Set.of(PublicityEvents.TAKEN_OFF);
  }

  @Override
  public void on(OutboxEvent event) {
    try (var reader = Json.createReader(new StringReader(event.payload()))) {
      var told = reader.readObject();
      noteTakenOff.note(
          new NoteTakenOff.Command(
              UUID.fromString(told.getString("version")),
              told.getString("area"),
              told.getString("holder"),
              told.getString("subject")));
    }
  }
}
