package firstline.publicity.catalogue;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.publicity.material.FileMaterial;
import firstline.publicity.material.MaterialQueries;
import firstline.publicity.material.PublishMaterial;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does the same to several materials, each in a use case of its own: one refused stops none. */
@ApplicationScoped
public class FileSeveral {
  /**
   * What is to be done.
   *
   * @param filing {@code topic} and {@code campaign}: an id, {@code none}, or empty to leave it
   * @param archive true to put aside what is out
   */
  public record Change(Map<String, String> filing, boolean archive) {}

  public record Report(int done, int refused) {}

  private static final int MOST = 500;
  private static final String NONE = "none";

  @Inject private MaterialQueries queries;
  @Inject private FileMaterial fileMaterial;
  @Inject private PublishMaterial publishMaterial;

  /**
   * Runs it.
   *
   * @throws Refusal {@code catalogue.several-none}, {@code catalogue.several-many}
   */
  @Requirement("R64.7")
  public Report run(List<String> ids, Change change) {
    if (ids.isEmpty()) {
      throw new Refusal("catalogue.several-none");
    }
    if (ids.size() > MOST) {
      throw new Refusal("catalogue.several-many", MOST);
    }
    var done = 0;
    for (var id : ids) {
      if (changed(id, change)) {
        done++;
      }
    }
    return new Report(done, ids.size() - done);
  }

  private boolean changed(String id, Change change) {
    try {
      var view = queries.one(UUID.fromString(id));
      if (change.archive()) {
        return archived(view);
      }
      fileMaterial.file(
          new FileMaterial.Command(
              view.id(),
              view.version(),
              chosen(change.filing().getOrDefault("topic", ""), view.topic()),
              chosen(change.filing().getOrDefault("campaign", ""), view.campaign())));
      return true;
    } catch (NotFound | IllegalArgumentException stranger) {
      return false;
    } catch (Refusal refusal) {
      return false;
    }
  }

  private boolean archived(MaterialQueries.View view) {
    var out =
        view.versions().stream()
            .filter(one -> List.of("PUBLISHED", "EXPIRED").contains(one.state()))
            .toList();
    out.forEach(
        one -> publishMaterial.archive(new PublishMaterial.Archive(one.id(), one.version())));
    return !out.isEmpty();
  }

  private static @Nullable UUID chosen(String value, @Nullable UUID before) {
    if (value.isEmpty()) {
      return before;
    }
    return value.equals(NONE) ? null : UUID.fromString(value);
  }
}
