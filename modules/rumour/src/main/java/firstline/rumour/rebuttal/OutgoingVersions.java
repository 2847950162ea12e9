package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.READ;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Allows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Versions as they go out: the hash is computed from what is stored, never remembered. */
@ApplicationScoped
public class OutgoingVersions {
  /**
   * A version.
   *
   * @param hash of what would go out now
   * @param current true if it is what the public reads
   */
  public record Outgoing(
      String number,
      String areaName,
      String departmentName,
      int ordinal,
      String kind,
      String note,
      Content content,
      String hash,
      boolean current,
      @Nullable Instant publishedAt,
      @Nullable String withdrawalNotice) {}

  @Inject private RebuttalQueries queries;

  /** The version of a rebuttal within the officer's scope, or for the server anywhere. */
  @Allows(right = READ, reads = true)
  public Outgoing of(UUID rebuttalId, int ordinal) {
    var rebuttal = queries.one(rebuttalId);
    var version =
        rebuttal.versions().stream()
            .filter(one -> one.ordinal() == ordinal)
            .findFirst()
            .orElseThrow(NotFound::new);
    var shown = rebuttal.publicOrdinal();
    return new Outgoing(
        rebuttal.number(),
        rebuttal.areaName(),
        rebuttal.departmentName(),
        ordinal,
        version.kind(),
        version.note(),
        version.content(),
        ContentHash.of(
            rebuttal.number(),
            ordinal,
            VersionKind.valueOf(version.kind()),
            version.note(),
            version.content()),
        shown != null && shown == ordinal && rebuttal.withdrawnAt() == null,
        version.publishedAt(),
        rebuttal.notice());
  }
}
