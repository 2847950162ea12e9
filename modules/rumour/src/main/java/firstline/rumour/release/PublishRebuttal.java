package firstline.rumour.release;

import static firstline.rumour.RumourRights.PUBLISH;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rebuttal.Rebuttals;
import firstline.rumour.rumour.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Orders what was approved, and nothing else, to the channels. Without an hour the page is public
 * when this returns; with one, the server sends it then and asks the review once more.
 */
@ApplicationScoped
public class PublishRebuttal {
  /**
   * An order.
   *
   * @param channels besides the server's own, which carry everything
   * @param at when it goes out; null for now
   */
  public record Command(
      @NotNull UUID id, long version, @NotNull Set<Channel> channels, @Nullable Instant at) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Releases releases;
  @Inject private GoPublic goPublic;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = PUBLISH)
  @Requirement({"R3.1", "R3.5", "R6.1"})
  public void publish(@Valid Command command) {
    var rebuttal = rebuttals.at(command.id(), command.version());
    var circulation = releases.of(rebuttal.id());
    var officer = Actor.of(desk);
    var now = clock.instant();
    var at = command.at();
    if (at != null && !at.isAfter(now)) {
      throw new Refusal("release.at");
    }
    rebuttals.requirePublishable(rebuttal);
    circulation.order(
        GoPublic.text(rebuttal), command.channels(), at == null ? now : at, officer, now);
    if (at == null) {
      goPublic.now(rebuttal, circulation, officer);
    }
    releases.keep(circulation);
  }
}
