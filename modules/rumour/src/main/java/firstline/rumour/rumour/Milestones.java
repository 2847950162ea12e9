package firstline.rumour.rumour;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The clocks of a rumour. Each is a fact: written once, here and by the database's own guard. */
@Embeddable
class Milestones {
  @Column(name = "received_at")
  private @Nullable Instant receivedAt;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "verifying_at")
  private @Nullable Instant verifyingAt;

  @Column(name = "first_public_at")
  private @Nullable Instant firstPublicAt;

  @SuppressWarnings("NullAway.Init")
  protected Milestones() {}

  /**
   * The first two.
   *
   * @param receivedAt when the first claim came; null for what was imported
   */
  Milestones(@Nullable Instant receivedAt, Instant openedAt) {
    this.receivedAt = receivedAt;
    this.openedAt = openedAt;
  }

  void takenUp(Instant now) {
    verifyingAt = Objects.requireNonNullElse(verifyingAt, now);
  }

  void firstPublic(Instant now) {
    firstPublicAt = Objects.requireNonNullElse(firstPublicAt, now);
  }

  /** From where the deadline is counted. */
  Instant begun() {
    return Objects.requireNonNullElse(receivedAt, openedAt);
  }

  @Nullable Instant receivedAt() {
    return receivedAt;
  }

  @Nullable Instant verifyingAt() {
    return verifyingAt;
  }

  @Nullable Instant firstPublicAt() {
    return firstPublicAt;
  }
}
