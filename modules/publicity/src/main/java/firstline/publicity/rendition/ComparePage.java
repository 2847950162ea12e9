package firstline.publicity.rendition;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Difference;
import firstline.persistence.screen.Screen;
import firstline.publicity.material.Content;
import firstline.publicity.material.MaterialQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two versions of a material, {@code a} and {@code b}: pictures, and what changed in the words. */
@Named
@RequestScoped
public class ComparePage {
  /**
   * One field of which something changed.
   *
   * @param key of its name
   */
  public record Change(String key, List<Difference.Piece> pieces) {}

  @Inject private MaterialQueries queries;
  @Inject private RenditionQueries renditions;
  @Inject private Screen screen;

  private MaterialQueries.@Nullable View view;

  public void load() {
    getBefore();
    getAfter();
  }

  public MaterialQueries.View getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  /** The older of the two. */
  public MaterialQueries.Version getBefore() {
    return named(first() ? "a" : "b");
  }

  /** The newer of the two. */
  public MaterialQueries.Version getAfter() {
    return named(first() ? "b" : "a");
  }

  private boolean first() {
    return !named("a").draftedAt().isAfter(named("b").draftedAt());
  }

  private MaterialQueries.Version named(String parameter) {
    return getView().versions().stream()
        .filter(one -> one.id().equals(screen.id(parameter)))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Address of a picture of the version; empty if there is none. */
  public String picture(UUID version) {
    return renditions.of(version).address(Role.PREVIEW.name());
  }

  /** True if both can be seen. */
  public boolean isSeen() {
    return !picture(getBefore().id()).isEmpty() && !picture(getAfter().id()).isEmpty();
  }

  /** True if the file is the same one. */
  public boolean isSameFile() {
    var before = getBefore().content().attachment();
    var after = getAfter().content().attachment();
    return before != null && after != null && before.sha256().equals(after.sha256());
  }

  /** The fields whose words changed. */
  @Requirement("R69.7")
  public List<Change> getChanges() {
    var before = getBefore().content();
    var after = getAfter().content();
    return List.of(
            change("publicity.title", before.title(), after.title()),
            change("publicity.text", before.text(), after.text()),
            change("publicity.summary", before.summary(), after.summary()),
            change("publicity.alt", before.altText(), after.altText()),
            change("publicity.rights", before.rights(), after.rights()),
            change("publicity.valid", valid(before), valid(after)))
        .stream()
        .filter(
            one -> one.pieces().stream().anyMatch(piece -> piece.kind() != Difference.Kind.SAME))
        .toList();
  }

  private static Change change(String key, String before, String after) {
    return new Change(key, Difference.of(before, after));
  }

  private static String valid(Content content) {
    return Objects.toString(content.from(), "") + " – " + Objects.toString(content.until(), "");
  }
}
