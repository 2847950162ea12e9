package firstline.rumour.opendata;

import firstline.persistence.requirement.Requirement;
import firstline.rumour.published.ClaimReview;
import firstline.rumour.published.PublishedQueries;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * All reviews as a schema.org DataFeed, in the form in which Data Commons reads them. A withdrawn
 * review stays as an item with {@code dateDeleted}, so that whoever has it can take it down.
 */
final class ReviewDump implements AutoCloseable {
  private final JsonGenerator json;
  private final URI site;

  ReviewDump(OutputStream out, URI site) {
    this.json = Json.createGeneratorFactory(Map.of()).createGenerator(out);
    this.site = site;
    json.writeStartObject()
        .write("@context", "https://schema.org")
        .write("@type", "DataFeed")
        .write("name", site.resolve("/rumours").toString())
        .write("license", "https://creativecommons.org/licenses/by/4.0/")
        .writeStartArray("dataFeedElement");
  }

  /** Some more of them. */
  @Requirement("R8.8")
  void write(List<PublishedQueries.View> views) {
    views.forEach(view -> json.write(element(view)));
    json.flush();
  }

  private JsonObject element(PublishedQueries.View view) {
    var element =
        Json.createObjectBuilder()
            .add("@type", "DataFeedItem")
            .add("dateCreated", ClaimReview.time(view.published()))
            .add("dateModified", ClaimReview.time(view.publicAt()));
    var withdrawn = view.withdrawnAt();
    var notice = view.notice();
    if (withdrawn == null || notice == null) {
      return element
          .add("item", Json.createArrayBuilder().add(ClaimReview.json(view, site)))
          .build();
    }
    // The review itself said what does not hold: only its address and the notice are left of it.
    var address = site.resolve("/rumours/" + view.number()).toString();
    var comment =
        Json.createObjectBuilder()
            .add("@type", "CorrectionComment")
            .add("text", notice)
            .add("datePublished", ClaimReview.time(withdrawn));
    return element
        .add("dateDeleted", ClaimReview.time(withdrawn))
        .add(
            "item",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("@type", "CreativeWork")
                        .add("url", address)
                        .add("correction", comment)))
        .build();
  }

  @Override
  public void close() {
    json.writeEnd().writeEnd().close();
  }
}
