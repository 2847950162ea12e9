package firstline.publicity.published;

import firstline.persistence.publication.ScriptJson;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A public material for programs: as schema.org's CreativeWork, and by Dublin Core's elements. */
public final class MaterialData {
  /** An element of Dublin Core (ISO 15836-1) as a page's meta element. */
  public record Element(String name, String content) {}

  private MaterialData() {}

  /** JSON-LD, safe inside a script element. */
  @Requirement("R65.4")
  static String script(PublicMaterials.View view, URI site) {
    var works = Json.createArrayBuilder();
    view.versions().forEach(version -> works.add(work(view, version, site)));
    return ScriptJson.safe(
        Json.createObjectBuilder()
            .add("@context", "https://schema.org")
            .add("@graph", works)
            .build()
            .toString());
  }

  private static JsonObjectBuilder work(
      PublicMaterials.View view, PublicMaterials.Version version, URI site) {
    var work =
        Json.createObjectBuilder()
            .add("@type", type(version))
            .add("url", site.resolve("/materials/" + view.number()).toString())
            .add("identifier", view.number())
            .add("name", version.title())
            .add("inLanguage", version.language().equals("zh") ? "zh-CN" : "en")
            .add("version", version.ordinal())
            .add("datePublished", day(version.publishedAt()))
            .add(
                "publisher",
                Json.createObjectBuilder()
                    .add("@type", "Organization")
                    .add("name", view.departmentName()));
    some(work, "description", version.summary());
    some(work, "text", version.text());
    some(work, "accessibilitySummary", version.altText());
    some(work, "about", view.topic());
    some(work, "copyrightNotice", version.rights());
    some(work, "audience", version.audience());
    some(work, "encodingFormat", version.mediaType());
    if (version.file() != null) {
      work.add("contentUrl", site.resolve("/download/" + version.id()).toString());
    }
    if (!version.face().thumbnail().isEmpty()) {
      work.add("thumbnailUrl", site.resolve(version.face().thumbnail()).toString());
    }
    if (version.until() != null) {
      work.add("expires", version.until().toString());
    }
    return work;
  }

  private static String type(PublicMaterials.Version version) {
    if (version.isOf("image")) {
      return "ImageObject";
    }
    if (version.isOf("video")) {
      return "VideoObject";
    }
    if (version.isOf("audio")) {
      return "AudioObject";
    }
    return version.file() == null ? "CreativeWork" : "DigitalDocument";
  }

  private static void some(JsonObjectBuilder work, String name, String value) {
    if (!value.isEmpty()) {
      work.add(name, value);
    }
  }

  /** The elements that have something to say, of the first version. */
  @Requirement("R65.4")
  static List<Element> dublinCore(PublicMaterials.View view, URI site) {
    var version = view.versions().get(0);
    var elements = new ArrayList<Element>();
    add(elements, "title", version.title());
    add(elements, "creator", view.departmentName());
    add(elements, "publisher", view.departmentName());
    add(elements, "subject", view.topic());
    add(elements, "description", version.summary());
    add(elements, "date", day(version.publishedAt()));
    add(elements, "type", type(version).replace("Object", ""));
    add(elements, "format", version.mediaType());
    add(elements, "identifier", site.resolve("/materials/" + view.number()).toString());
    add(elements, "language", version.language());
    add(elements, "source", version.sourceRef());
    add(elements, "coverage", view.areaName());
    add(elements, "rights", version.rights());
    return elements;
  }

  private static void add(List<Element> elements, String name, String content) {
    if (!content.isEmpty()) {
      elements.add(new Element("DC." + name, content));
    }
  }

  private static String day(Instant instant) {
    return LocalDate.ofInstant(instant, Clocks.ZONE).toString();
  }
}
