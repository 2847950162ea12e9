package firstline.broadcast.script;

import firstline.broadcast.reading.ReadingTime;
import firstline.broadcast.verse.TextKind;
import firstline.persistence.outbox.HandOver;
import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.outbox.OutboxListener;
import firstline.persistence.requirement.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Hears which bulletins may be read aloud, and which have a corrected issue. */
@ApplicationScoped
public class HearOfBulletins implements OutboxListener {
  @Inject private TakeScript takeScript;
  @Inject private RecallScripts recallScripts;

  @SuppressWarnings("NullAway.Init")
  protected HearOfBulletins() {}

  /** For tests without a server. */
  HearOfBulletins(TakeScript takeScript, RecallScripts recallScripts) {
    this.takeScript = takeScript;
    this.recallScripts = recallScripts;
  }

  @Override
  public String name() {
    return "broadcast.bulletins";
  }

  @Override
  public Set<String> topics() {
    return Set.of(HandOver.BULLETIN, HandOver.BULLETIN_CORRECTED);
  }

  @Override
  @Requirement("R108.5")
  public void on(OutboxEvent event) {
    try (var reader = Json.createReader(new StringReader(event.payload()))) {
      var told = reader.readObject();
      var script = script(told);
      if (script.isEmpty()) {
        return;
      }
      // A correction that overtakes the issue leaves a recalled script, which nothing revives.
      takeScript.take(script.get());
      if (event.topic().equals(HandOver.BULLETIN_CORRECTED)) {
        recallScripts.recall(
            new RecallScripts.Command(
                script.get().source(), Integer.MAX_VALUE, told.getString("reason")));
      }
    }
  }

  private static Optional<TakeScript.Command> script(JsonObject told) {
    var text = told.getString("spoken").strip();
    var language = told.getString("language");
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TakeScript.Command(
                UUID.fromString(told.getString("id")),
                told.getString("number"),
                1,
                told.getString("hash"),
                told.getString("area"),
                language,
                text,
                TextKind.ANNOUNCEMENT,
                (int) ReadingTime.of(text, language).toSeconds()));
  }
}
