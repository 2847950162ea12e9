package firstline.publicity.handed;

import firstline.persistence.outbox.HandOver;
import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.outbox.OutboxListener;
import firstline.publicity.material.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Set;

/** Hears from the market department which typical cases are public, and which no longer. */
@ApplicationScoped
public class HearOfCases implements OutboxListener {
  @Inject private KeepHanded keepHanded;

  @SuppressWarnings("NullAway.Init")
  protected HearOfCases() {}

  /** For tests without a server. */
  HearOfCases(KeepHanded keepHanded) {
    this.keepHanded = keepHanded;
  }

  @Override
  public String name() {
    return "publicity.cases";
  }

  @Override
  public Set<String> topics() {
    return Set.of(HandOver.TYPICAL_CASE, HandOver.TYPICAL_CASE_ENDED);
  }

  @Override
  public void on(OutboxEvent event) {
    try (var reader = Json.createReader(new StringReader(event.payload()))) {
      var told = reader.readObject();
      // An end that overtakes the case leaves a text of which nothing is made.
      keepHanded.keep(
          new KeepHanded.Command(
              told.getString("number"),
              told.getString("area"),
              told.getString("title"),
              told.getString("text"),
              told.getString("hash"),
              Kind.SLOGAN,
              "zh"));
      if (event.topic().equals(HandOver.TYPICAL_CASE_ENDED)) {
        keepHanded.end(told.getString("number"), told.getString("reason"));
      }
    }
  }
}
