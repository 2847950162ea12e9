package firstline.publicity.material;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version as it is typed: the first of a new material, the next one of a material ({@code
 * material}), or a draft that is written anew ({@code id}).
 */
@Named
@RequestScoped
public class MaterialFormPage {
  @Inject private MaterialQueries queries;
  @Inject private DraftMaterial draftMaterial;
  @Inject private TakeFile takeFile;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable Part file;
  private @Nullable Map<String, String> before;
  private @Nullable UUID drafted;

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  public List<Kind> getKinds() {
    return Arrays.asList(Kind.values());
  }

  public List<Source.Kind> getSources() {
    return Arrays.asList(Source.Kind.values());
  }

  public List<MaterialQueries.Choice> getTopics() {
    return queries.topics();
  }

  public List<MaterialQueries.Choice> getCampaigns() {
    return queries.campaigns();
  }

  /** True for a draft that is written anew. */
  public boolean isEditing() {
    return screen.names("id");
  }

  /** True for a version beside those that a material has. */
  public boolean isNext() {
    return screen.names("material");
  }

  /** What was typed, or what the version before says, or what is usual. */
  public String typed(String field) {
    return screen.names("posted")
        ? screen.parameter(field)
        : before().getOrDefault(field, screen.parameter(field));
  }

  private Map<String, String> before() {
    if (before == null) {
      before = isEditing() || isNext() ? kept() : usual();
    }
    return before;
  }

  private Map<String, String> usual() {
    return Map.of(
        "kind", Kind.POSTER.name(),
        "language", "zh",
        "source", Source.Kind.FREE.name(),
        "area", desk.officer().areaCode());
  }

  private Map<String, String> kept() {
    var material = queries.one(isEditing() ? queries.of(screen.id()) : screen.id("material"));
    // Without one named, the next version begins with what the newest one says.
    var shown = isEditing() ? getEdited() : chosen("v");
    var version =
        material.versions().stream()
            .filter(one -> one.id().equals(shown) || shown == null)
            .findFirst()
            .orElseThrow(NotFound::new);
    var content = version.content();
    var kept = new HashMap<String, String>();
    kept.put("version", Long.toString(isEditing() ? version.version() : material.version()));
    kept.put("kind", material.kind().name());
    kept.put("topic", material.topic() == null ? "" : material.topic().toString());
    kept.put("campaign", material.campaign() == null ? "" : material.campaign().toString());
    kept.put("language", version.variant().language());
    kept.put("dialect", version.variant().dialect());
    kept.put("audience", version.variant().audience());
    kept.put("size", version.variant().size());
    kept.put("title", content.title());
    kept.put("summary", content.summary());
    kept.put("alt", content.altText());
    kept.put("text", content.text());
    var attachment = content.attachment();
    kept.put("file", attachment == null ? "" : attachment.file().toString());
    kept.put("file-name", version.fileName());
    kept.put("source", content.source().kind().name());
    kept.put("source-ref", content.source().reference());
    kept.put("rights", content.rights());
    kept.put("from", content.from() == null ? "" : content.from().toString());
    kept.put("until", content.until() == null ? "" : content.until().toString());
    return kept;
  }

  /** The draft that is edited. */
  public UUID getEdited() {
    return screen.id();
  }

  /** The material that gets another version. */
  public UUID getBeside() {
    return screen.id("material");
  }

  public void save() {
    screen.run(
        () -> drafted = saved(),
        "publicity.saved",
        () -> "/console/publicity/material?id=" + queries.of(id()) + "&v=" + id());
  }

  private UUID id() {
    return Objects.requireNonNull(drafted);
  }

  private UUID saved() throws IOException {
    if (isEditing()) {
      draftMaterial.edit(
          new DraftMaterial.Edit(screen.id(), number("version"), filing(), content()));
      return screen.id();
    }
    if (isNext()) {
      return draftMaterial.next(
          new DraftMaterial.Next(screen.id("material"), number("version"), variant(), content()));
    }
    return draftMaterial.draft(
        new DraftMaterial.Command(
            screen.parameter("area"),
            Kind.valueOf(screen.parameter("kind")),
            filing(),
            variant(),
            content()));
  }

  private Material.Filing filing() {
    return new Material.Filing(chosen("topic"), chosen("campaign"));
  }

  private @Nullable UUID chosen(String field) {
    return screen.names(field) ? screen.id(field) : null;
  }

  private Variant variant() {
    return new Variant(
        screen.parameter("language"),
        screen.parameter("dialect"),
        screen.parameter("audience"),
        screen.parameter("size"));
  }

  private Content content() throws IOException {
    return new Content(
        screen.parameter("title"),
        screen.parameter("summary"),
        screen.parameter("alt"),
        screen.parameter("text"),
        attachment(),
        new Source(
            Source.Kind.valueOf(screen.parameter("source")),
            screen.parameter("source-ref"),
            // What is written now is written to the text that stands now.
            queries.citedHash(screen.parameter("source"), screen.parameter("source-ref"))),
        screen.parameter("rights"),
        day("from"),
        day("until"));
  }

  private Content.@Nullable Attachment attachment() throws IOException {
    var part = file;
    if (part == null || part.getSize() == 0) {
      return screen.names("file") ? takeFile.taken(screen.id("file")) : null;
    }
    try (var stream = part.getInputStream()) {
      var name = part.getSubmittedFileName();
      return takeFile.take(
          new TakeFile.Command(
              stream,
              name == null ? "" : name,
              screen.names("area") ? screen.parameter("area") : desk.officer().areaCode()));
    }
  }

  private @Nullable LocalDate day(String field) {
    try {
      return screen.names(field) ? LocalDate.parse(screen.parameter(field)) : null;
    } catch (DateTimeParseException e) {
      throw new Refusal("material.day", screen.parameter(field));
    }
  }

  private long number(String field) {
    return Long.parseLong(screen.parameter(field));
  }
}
