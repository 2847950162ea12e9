package firstline.publicity.making;

import firstline.persistence.outbox.HandOver;
import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.outbox.OutboxListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Set;

/** Hears from the market department which typical cases may go on posters. */
@ApplicationScoped
public class HearOfCases implements OutboxListener {
  @Inject private KeepLine keepLine;

  @Override
  public String name() {
    return "publicity.cases";
  }

  @Override
  public Set<String> topics() {
    return Set.of(HandOver.TYPICAL_CASE);
  }

  @Override
  public void on(OutboxEvent event) {
    try (var reader = Json.createReader(new StringReader(event.payload()))) {
      var told = reader.readObject();
      keepLine.keep(
          new KeepLine.Command(
              told.getString("number"),
              "zh",
              told.getString("area"),
              1,
              told.getString("hash"),
              told.getString("title")));
    }
  }
}
