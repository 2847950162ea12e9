package firstline.publicity.handed;

import firstline.persistence.outbox.HandOver;
import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.outbox.OutboxListener;
import firstline.persistence.requirement.Requirement;
import firstline.publicity.material.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.Set;

/** Hears which bulletins have a message for phones, and which have a corrected issue. */
@ApplicationScoped
public class HearOfBulletins implements OutboxListener {
  @Inject private KeepHanded keepHanded;

  @SuppressWarnings("NullAway.Init")
  protected HearOfBulletins() {}

  /** For tests without a server. */
  HearOfBulletins(KeepHanded keepHanded) {
    this.keepHanded = keepHanded;
  }

  @Override
  public String name() {
    return "publicity.bulletins";
  }

  @Override
  public Set<String> topics() {
    return Set.of(HandOver.BULLETIN, HandOver.BULLETIN_CORRECTED);
  }

  @Override
  @Requirement("R108.6")
  public void on(OutboxEvent event) {
    try (var reader = Json.createReader(new StringReader(event.payload()))) {
      var told = reader.readObject();
      if (told.getString("message").isBlank()) {
        return;
      }
      // A correction that overtakes the issue leaves a text of which nothing is made.
      keepHanded.keep(
          new KeepHanded.Command(
              told.getString("number"),
              told.getString("area"),
              told.getString("title"),
              told.getString("message"),
              told.getString("hash"),
              Kind.SMS,
              told.getString("language")));
      if (event.topic().equals(HandOver.BULLETIN_CORRECTED)) {
        keepHanded.correct(told.getString("number"), told.getString("reason"));
      }
    }
  }
}
