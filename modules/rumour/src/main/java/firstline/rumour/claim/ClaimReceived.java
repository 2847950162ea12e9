package firstline.rumour.claim;

import firstline.persistence.outbox.Outbox;
import firstline.rumour.api.RumourEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;

/** Tells the other modules that a claim came in. */
@ApplicationScoped
class ClaimReceived {
  @Inject private Outbox outbox;

  void tell(Claim claim) {
    outbox.add(
        RumourEvents.CLAIM_RECEIVED,
        claim.number(),
        Json.createObjectBuilder()
            .add("id", claim.id().toString())
            .add("number", claim.number())
            .add("area", claim.areaCode())
            .add("at", claim.receivedAt().toString())
            .build()
            .toString());
  }
}
