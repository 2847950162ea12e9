package firstline.rumour.rumour;

import firstline.persistence.aggregate.OptionalId;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What two people found: one proposed the verdict on the evidence, another confirmed it. */
@Embeddable
class Finding {
  @Enumerated(EnumType.STRING)
  private @Nullable Verdict verdict;

  @Column(name = "verdict_reason")
  private String reason = "";

  @Convert(converter = OptionalId.class)
  @Column(name = "proposed_by")
  private @Nullable UUID proposedBy;

  @Column(name = "proposer_name")
  private @Nullable String proposerName;

  @Column(name = "proposed_at")
  private @Nullable Instant proposedAt;

  @Convert(converter = OptionalId.class)
  @Column(name = "confirmed_by")
  private @Nullable UUID confirmedBy;

  @Column(name = "confirmer_name")
  private @Nullable String confirmerName;

  @Column(name = "confirmed_at")
  private @Nullable Instant confirmedAt;

  /** The word of an earlier system. */
  void adopt(Verdict found) {
    verdict = found;
  }

  /** A verdict anew; whoever confirmed the one before confirmed another. */
  @Requirement("R9.6")
  void propose(Verdict proposed, String why, List<Evidence> evidence, Actor officer, Instant now) {
    EvidenceRule.requireEnough(proposed, evidence);
    verdict = proposed;
    reason = why;
    proposedBy = officer.id();
    proposerName = officer.name();
    proposedAt = now;
    confirmedBy = null;
    confirmerName = null;
    confirmedAt = null;
  }

  /** Not by who proposed it. */
  @Requirement("R9.7")
  Verdict confirm(List<Evidence> evidence, Actor officer, Instant now) {
    var found = requireOther(officer);
    EvidenceRule.requireEnough(found, evidence);
    confirmedBy = officer.id();
    confirmerName = officer.name();
    confirmedAt = now;
    return found;
  }

  /** Refuses the person who proposed. */
  Verdict requireOther(Actor officer) {
    if (verdict == null || officer.id().equals(proposedBy)) {
      throw new Refusal("rumour.second-person");
    }
    return verdict;
  }

  void requireConfirmed(Verdict of) {
    if (confirmedBy == null) {
      throw new Refusal("rumour.verdict-not-confirmed");
    }
    if (of != verdict) {
      throw new Refusal("rumour.other-verdict");
    }
  }

  @Nullable Verdict verdict() {
    return verdict;
  }

  @Nullable UUID proposedBy() {
    return proposedBy;
  }

  @Nullable UUID confirmedBy() {
    return confirmedBy;
  }
}
