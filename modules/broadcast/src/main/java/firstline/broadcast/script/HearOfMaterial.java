package firstline.broadcast.script;

import firstline.broadcast.reading.ReadingTime;
import firstline.broadcast.verse.TextKind;
import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.outbox.OutboxListener;
import firstline.persistence.requirement.Requirement;
import firstline.publicity.api.PublicityEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Hears from the publicity department which words may be read aloud, and which no longer. A version
 * is a source of its own, since a recall may mean it alone.
 */
@ApplicationScoped
public class HearOfMaterial implements OutboxListener {
  /** The most characters that a script takes. */
  private static final int LONGEST = 4_000;

  @Inject private TakeScript takeScript;
  @Inject private RecallScripts recallScripts;
  @Inject private TellTakenOff tellTakenOff;

  @Override
  public String name() {
    return "broadcast.material";
  }

  @Override
  public Set<String> topics() {
    return Set.of(PublicityEvents.PUBLISHED, PublicityEvents.RECALLED);
  }

  @Override
  public void on(OutboxEvent event) {
    try (var reader = Json.createReader(new StringReader(event.payload()))) {
      var told = reader.readObject();
      var script = script(told);
      if (script.isEmpty()) {
        return;
      }
      // A recall that overtakes the publication leaves a recalled script, which nothing revives.
      takeScript.take(script.get());
      if (event.topic().equals(PublicityEvents.RECALLED)) {
        var version = script.get().source();
        var reading = tellTakenOff.reading(version);
        recallScripts.recall(
            new RecallScripts.Command(
                version,
                Integer.MAX_VALUE,
                "召回 " + told.getString("number") + " " + told.getString("reason")));
        tellTakenOff.tell(version, reading);
      }
    }
  }

  /** What is read of a material; empty if it is nothing to be read aloud. */
  @Requirement("R73.1")
  static Optional<TakeScript.Command> script(JsonObject told) {
    var text = told.getString("text").strip();
    return kind(told.getString("kind"))
        .filter(kind -> !text.isEmpty() && text.length() <= LONGEST)
        .map(
            kind ->
                new TakeScript.Command(
                    UUID.fromString(told.getString("version")),
                    told.getString("number"),
                    told.getInt("ordinal"),
                    told.getString("hash"),
                    told.getString("area"),
                    told.getString("language"),
                    text,
                    kind,
                    (int) ReadingTime.of(text).toSeconds()));
  }

  private static Optional<TextKind> kind(String material) {
    return switch (material) {
      case "SLOGAN", "AUDIO" -> Optional.of(TextKind.ANNOUNCEMENT);
      case "SMS" -> Optional.of(TextKind.SMS);
      // The catalogue keeps clapper verse and jingles as one kind.
      case "VERSE" -> Optional.of(TextKind.JINGLE);
      default -> Optional.empty();
    };
  }
}
