package firstline.publicity.rendition;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import firstline.publicity.PublicityRights;
import firstline.publicity.likeness.Likenesses;
import firstline.publicity.material.Content;
import firstline.publicity.material.MaterialQueries;
import firstline.publicity.material.TakeFile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a version looks, on its material's page; and its cover. */
@Named
@RequestScoped
public class Sight {
  private static final int SOME = 8;

  @Inject private RenditionQueries queries;
  @Inject private MaterialQueries materials;
  @Inject private Cover cover;
  @Inject private ChooseCover chooseCover;
  @Inject private TakeBack takeBack;
  @Inject private TakeFile takeFile;
  @Inject private Likenesses likenesses;
  @Inject private Screen screen;
  @Inject private Words words;
  @Inject private Desk desk;

  private final Map<UUID, RenditionQueries.Seen> seen = new HashMap<>();
  private final Map<UUID, Cover.Face> faces = new HashMap<>();
  private final Map<UUID, List<Likenesses.Like>> alike = new HashMap<>();
  private @Nullable Part file;
  private @Nullable UUID made;

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  public RenditionQueries.Seen of(UUID version) {
    return seen.computeIfAbsent(version, queries::of);
  }

  /** What stands on its card. */
  public Cover.Face face(UUID version) {
    return faces.computeIfAbsent(
        version, one -> cover.of(List.of(one)).getOrDefault(one, Cover.Face.NONE));
  }

  /** True while its renditions are made. */
  public boolean isAwaited(UUID version) {
    var state = of(version).state();
    return state.equals("WAITING") || state.equals("RUNNING");
  }

  /** Why there are none, in words; empty if there are or will be. */
  public String why(UUID version) {
    var reason = of(version).reason();
    return of(version).state().equals("FAILED") && !reason.isEmpty()
        ? words.refusal(new Refusal(reason, "ffmpeg"))
        : "";
  }

  public boolean isDrafting() {
    return desk.may(PublicityRights.DRAFT);
  }

  /** Other versions that look like it, the likest first; a few of them. */
  public List<Likenesses.Like> likes(UUID version, String sha256) {
    var all = alike(version, sha256);
    return all.subList(0, Math.min(SOME, all.size()));
  }

  /** How many more there are than {@link #likes} tells. */
  public int moreLikes(UUID version, String sha256) {
    return Math.max(0, alike(version, sha256).size() - SOME);
  }

  private List<Likenesses.Like> alike(UUID version, String sha256) {
    return alike.computeIfAbsent(
        version,
        one ->
            isDrafting()
                ? likenesses.of(sha256).stream()
                    .filter(like -> !like.version().equals(one))
                    .toList()
                : List.of());
  }

  /** Chooses cover and focus. */
  public void chooseCover() {
    screen.run(
        () ->
            chooseCover.choose(
                new ChooseCover.Command(
                    screen.id("v"), own(), percent("focus-x"), percent("focus-y"))),
        "publicity.saved",
        "/console/publicity/material?id=" + screen.id() + "&v=" + screen.id("v"));
  }

  private Content.@Nullable Attachment own() throws IOException {
    var part = file;
    if (part == null || part.getSize() == 0) {
      return null;
    }
    try (var stream = part.getInputStream()) {
      return takeFile.take(
          new TakeFile.Command(
              stream,
              Objects.requireNonNullElse(part.getSubmittedFileName(), ""),
              desk.officer().areaCode()));
    }
  }

  private int percent(String field) {
    var typed = screen.parameter(field);
    if (!typed.matches("[0-9]{1,3}") || Integer.parseInt(typed) > 100) {
      throw new Refusal("rendition.focus");
    }
    return Integer.parseInt(typed);
  }

  /** Goes back to the version. */
  public void takeBack() {
    screen.run(
        () -> made = takeBack.take(new TakeBack.Command(screen.id(), screen.id("v"))),
        "publicity.saved",
        () -> "/console/publicity/material?id=" + screen.id() + "&v=" + made);
  }

  /** True if one may go back to the version: another one of its variant came after it. */
  public boolean isOlder(UUID material, UUID version) {
    var versions = materials.one(material).versions();
    return isDrafting()
        && versions.stream()
            .filter(one -> one.id().equals(version))
            .anyMatch(
                one ->
                    versions.stream()
                        .anyMatch(
                            other ->
                                other.variant().equals(one.variant())
                                    && other.ordinal() > one.ordinal()));
  }
}
