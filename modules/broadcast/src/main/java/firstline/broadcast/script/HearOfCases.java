package firstline.broadcast.script;

import firstline.broadcast.reading.ReadingTime;
import firstline.broadcast.verse.TextKind;
import firstline.persistence.outbox.HandOver;
import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.outbox.OutboxListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Set;
import java.util.UUID;

/** Hears from the market department which typical cases may be read, and which no longer. */
@ApplicationScoped
public class HearOfCases implements OutboxListener {
  @Inject private TakeScript takeScript;
  @Inject private RecallScripts recallScripts;

  @SuppressWarnings("NullAway.Init")
  protected HearOfCases() {}

  /** For tests without a server. */
  HearOfCases(TakeScript takeScript, RecallScripts recallScripts) {
    this.takeScript = takeScript;
    this.recallScripts = recallScripts;
  }

  @Override
  public String name() {
    return "broadcast.cases";
  }

  @Override
  public Set<String> topics() {
    return Set.of(HandOver.TYPICAL_CASE, HandOver.TYPICAL_CASE_ENDED);
  }

  @Override
  public void on(OutboxEvent event) {
    try (var reader = Json.createReader(new StringReader(event.payload()))) {
      var told = reader.readObject();
      var source = UUID.fromString(told.getString("id"));
      // An end that overtakes the case leaves a recalled script, which nothing revives.
      var text = told.getString("text");
      takeScript.take(
          new TakeScript.Command(
              source,
              told.getString("number"),
              1,
              told.getString("hash"),
              told.getString("area"),
              "zh",
              text,
              TextKind.ANNOUNCEMENT,
              (int) ReadingTime.of(text).toSeconds()));
      if (event.topic().equals(HandOver.TYPICAL_CASE_ENDED)) {
        recallScripts.recall(
            new RecallScripts.Command(source, Integer.MAX_VALUE, told.getString("reason")));
      }
    }
  }
}
