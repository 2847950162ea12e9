package firstline.rumour.release;

import static firstline.rumour.RumourRights.PUBLISH;

import firstline.persistence.outbox.Outbox;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.api.RumourEvents;
import firstline.rumour.rebuttal.Content;
import firstline.rumour.rebuttal.OutgoingVersions;
import firstline.rumour.rebuttal.ReadingRate;
import firstline.rumour.rumour.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * An officer takes a text to a channel. The departments of the loudspeakers and of the posters are
 * told by the outbox as well.
 */
@ApplicationScoped
public class HandOver {
  public record Command(@NotNull UUID id, long version) {}

  @Inject private Releases releases;
  @Inject private OutgoingVersions versions;
  @Inject private Outbox outbox;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = PUBLISH)
  @Requirement({"R3.8", "R3.17", "R6.1"})
  public void handOver(@Valid Command command) {
    var circulation = releases.at(command.id(), command.version());
    circulation.handOver(command.id(), Actor.of(desk), clock.instant());
    releases.keep(circulation);
    tell(circulation.at(command.id()));
  }

  private void tell(Release release) {
    if (release.channel() != Channel.LOUDSPEAKER && release.channel() != Channel.POSTER) {
      return;
    }
    var text = release.order().text();
    var version = versions.of(text.rebuttalId(), text.ordinal());
    if (!version.hash().equals(text.hash())) {
      throw new Refusal("review.not-the-reviewed-text");
    }
    outbox.add(
        release.channel() == Channel.LOUDSPEAKER
            ? RumourEvents.SCRIPT_READY
            : RumourEvents.POSTER_READY,
        text.number(),
        payload(
            release, version.kind(), version.content(), ReadingRate.current(), clock.instant()));
  }

  @Requirement("R3.17")
  static String payload(
      Release release, String kind, Content content, ReadingRate rate, Instant now) {
    var text = release.order().text();
    var words = ChannelText.of(content, rate);
    var event =
        Json.createObjectBuilder()
            .add("id", text.rebuttalId().toString())
            .add("number", text.number())
            .add("area", text.areaCode())
            .add("ordinal", text.ordinal())
            .add("kind", kind)
            .add("hash", text.hash())
            .add("at", now.toString())
            .add("release", release.id().toString())
            .add("language", content.language());
    if (release.channel() == Channel.LOUDSPEAKER) {
      event.add("script", words.script()).add("seconds", words.reading().toSeconds());
    } else {
      event.add("line", words.poster());
    }
    return event.build().toString();
  }
}
