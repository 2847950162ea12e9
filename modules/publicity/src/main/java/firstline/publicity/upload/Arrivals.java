package firstline.publicity.upload;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.publicity.inspect.Intake;
import firstline.publicity.likeness.Likenesses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The way of a transfer that is whole: looked at, taken in or noted as refused, and ended. Opens no
 * transaction, since a film takes its seconds.
 */
@ApplicationScoped
public class Arrivals {
  @Inject private Transfers transfers;
  @Inject private Intake intake;
  @Inject private TakeUpload takeUpload;

  /** Those that are being looked at now: who asks meanwhile is told to ask again. */
  private final Set<String> atWork = ConcurrentHashMap.newKeySet();

  /**
   * Takes in what the officer brought; empty while another request does.
   *
   * @throws NotFound if there is no such transfer of theirs, or it is not whole
   */
  Optional<UUID> take(String id, UUID officer, String area) throws IOException {
    return taken(id, officer, area, takeUpload::take, takeUpload::refuse);
  }

  /** The same for what somebody brought by a link. */
  public Optional<UUID> takeFromOutside(String id, UUID link, String area) throws IOException {
    return taken(
        id,
        link,
        area,
        command -> takeUpload.takeFromOutside(link, command),
        refused -> takeUpload.refuseFromOutside(link, refused));
  }

  private Optional<UUID> taken(
      String id,
      UUID owner,
      String area,
      Function<TakeUpload.Command, UUID> take,
      Function<TakeUpload.Refused, UUID> refuse)
      throws IOException {
    if (!atWork.add(id)) {
      return Optional.empty();
    }
    try {
      var whole = transfers.whole(id, owner).orElseThrow(NotFound::new);
      var origin = new TakeUpload.Origin(id, whole.folder(), whole.name());
      UUID upload;
      try (var prepared = intake.prepare(whole.content(), whole.name())) {
        upload =
            take.apply(
                new TakeUpload.Command(
                    origin,
                    area,
                    prepared,
                    Likenesses.fingerprint(prepared.content(), prepared.mediaType()).orElse(null)));
      } catch (NotFound notFound) {
        // The link ended meanwhile: nothing is kept, not even a note.
        throw notFound;
      } catch (Refusal refusal) {
        upload = refuse.apply(new TakeUpload.Refused(origin, area, refusal));
      }
      transfers.end(id, owner);
      return Optional.of(upload);
    } finally {
      atWork.remove(id);
    }
  }
}
