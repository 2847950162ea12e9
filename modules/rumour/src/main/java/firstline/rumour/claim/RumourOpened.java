package firstline.rumour.claim;

import firstline.persistence.outbox.HandOver;
import firstline.persistence.outbox.Outbox;
import firstline.rumour.rumour.Rumour;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;

/** Tells the other departments that a rumour goes round. */
@ApplicationScoped
class RumourOpened {
  @Inject private Outbox outbox;

  void tell(Rumour rumour, Claim first) {
    outbox.add(
        HandOver.RUMOUR_OPENED,
        rumour.number(),
        Json.createObjectBuilder()
            .add("id", rumour.id().toString())
            .add("number", rumour.number())
            .add("area", rumour.areaCode())
            .add("title", rumour.title())
            .add("text", first.text())
            .build()
            .toString());
  }
}
