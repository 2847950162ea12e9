package firstline.publicity.upload;

import firstline.persistence.screen.Screen;
import firstline.publicity.likeness.Likenesses;
import firstline.publicity.material.MaterialQueries;
import firstline.publicity.rendition.Cover;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file beside the versions that look like it, and the decision on each. */
@Named
@RequestScoped
public class LikenessPage {
  @Inject private UploadQueries queries;
  @Inject private Likenesses likenesses;
  @Inject private DraftUpload draftUpload;
  @Inject private MaterialQueries materials;
  @Inject private Cover cover;
  @Inject private Screen screen;

  private UploadQueries.@Nullable Line line;
  private @Nullable List<Likenesses.Like> likes;
  private @Nullable Map<UUID, Cover.Face> faces;
  private @Nullable UUID next;

  public void load() {
    getLine();
  }

  public UploadQueries.Line getLine() {
    if (line == null) {
      line = queries.one(screen.id());
    }
    return Objects.requireNonNull(line);
  }

  public boolean isPicture() {
    return getLine().mediaType().startsWith("image/");
  }

  /** Those on which nothing is decided yet. */
  public List<Likenesses.Like> getLikes() {
    if (likes == null) {
      var decided = queries.decided(getLine().id());
      likes =
          likenesses.of(getLine().sha256()).stream()
              .filter(one -> !decided.contains(one.version()))
              .toList();
    }
    return Objects.requireNonNull(likes);
  }

  /** Address of its picture; empty if there is none. */
  public String picture(UUID version) {
    if (faces == null) {
      faces = cover.of(getLikes().stream().map(Likenesses.Like::version).toList());
    }
    return faces.getOrDefault(version, Cover.Face.NONE).preview();
  }

  /** In how many of a hundred bits they agree. */
  public int alike(Likenesses.Like like) {
    return like.same() ? 100 : Math.round(100 * (64 - like.distance()) / 64f);
  }

  public void same() {
    decide(DraftUpload.Decision.SAME);
  }

  public void another() {
    decide(DraftUpload.Decision.VERSION);
  }

  public void different() {
    decide(DraftUpload.Decision.DIFFERENT);
  }

  private void decide(DraftUpload.Decision decision) {
    screen.run(
        () ->
            next =
                draftUpload.decide(
                    new DraftUpload.Decide(screen.id(), screen.id("like"), decision)),
        "upload.decided",
        this::onward);
  }

  private String onward() {
    line = null;
    likes = null;
    if (next != null) {
      return "/console/publicity/material?id=" + materials.of(next) + "&v=" + next;
    }
    return getLine().state().equals("ASKED")
        ? "/console/publicity/upload-likeness?id=" + screen.id()
        : "/console/publicity/upload";
  }
}
