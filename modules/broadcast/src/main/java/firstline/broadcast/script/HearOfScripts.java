package firstline.broadcast.script;

import firstline.broadcast.verse.TextKind;
import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.outbox.OutboxListener;
import firstline.rumour.api.RumourEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Set;
import java.util.UUID;

/** Hears from the rumour department what is to be read, and what must not be read any more. */
@ApplicationScoped
public class HearOfScripts implements OutboxListener {
  @Inject private TakeScript takeScript;
  @Inject private RecallScripts recallScripts;

  @Override
  public String name() {
    return "broadcast.scripts";
  }

  @Override
  public Set<String> topics() {
    return Set.of(RumourEvents.SCRIPT_READY, RumourEvents.CORRECTED, RumourEvents.WITHDRAWN);
  }

  @Override
  public void on(OutboxEvent event) {
    try (var reader = Json.createReader(new StringReader(event.payload()))) {
      var told = reader.readObject();
      var source = UUID.fromString(told.getString("id"));
      if (event.topic().equals(RumourEvents.SCRIPT_READY)) {
        takeScript.take(
            new TakeScript.Command(
                source,
                told.getString("number"),
                told.getInt("ordinal"),
                told.getString("hash"),
                told.getString("area"),
                told.getString("language"),
                told.getString("script"),
                TextKind.of(told.getString("textKind", "")),
                told.getInt("seconds")));
      } else {
        // A correction takes the place of what came before it; a withdrawal of all there is.
        var corrected = event.topic().equals(RumourEvents.CORRECTED);
        recallScripts.recall(
            new RecallScripts.Command(
                source,
                corrected ? told.getInt("ordinal") : Integer.MAX_VALUE,
                (corrected ? "更正 " : "撤回 ") + told.getString("number")));
      }
    }
  }
}
