package firstline.publicity.catalogue;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.setting.Settings;
import firstline.publicity.PublicityRights;
import firstline.publicity.material.Content;
import firstline.publicity.material.DraftMaterial;
import firstline.publicity.material.Kind;
import firstline.publicity.material.Material;
import firstline.publicity.material.MaterialQueries;
import firstline.publicity.material.Source;
import firstline.publicity.material.Variant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The catalogue for programs: officers find what they may see, everybody what is out. */
@Path("/materials")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MaterialResource {
  private static final int MOST = 100;

  /** A material. */
  public record Item(
      UUID id,
      String number,
      String title,
      String kind,
      String state,
      String language,
      String topic,
      String area,
      String url) {}

  /** A value of a facet, and how many it would bring. */
  public record Counted(String value, String name, int count) {}

  /** A facet: its name is the first part of {@code facet=name:value}. */
  public record Counts(String facet, List<Counted> values) {}

  /** A page; {@code after} begins the next one, and is empty at the end. */
  public record Found(int total, List<Item> items, List<Counts> facets, String after) {}

  /** Words that are to become a draft, of the officer's own area if none is said. */
  public record Draft(
      @Nullable String kind,
      @Nullable String title,
      @Nullable String text,
      @Nullable String summary,
      @Nullable String language,
      @Nullable String area) {}

  /** Where the draft is found. */
  public record Drafted(UUID version, String number) {}

  @Inject private Catalogue catalogue;
  @Inject private DraftMaterial draftMaterial;
  @Inject private MaterialQueries queries;
  @Inject private Desk desk;

  @GET
  @Operation(summary = "A page of material with facets; facet=kind:POSTER may stand several times")
  @Requirement("R65.7")
  public Found find(
      @QueryParam("q") @Nullable String q,
      @QueryParam("facet") List<String> facets,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable Integer limit) {
    var asked =
        Asked.read(
            Objects.requireNonNullElse(q, ""),
            name ->
                facets.stream()
                    .filter(facet -> facet.startsWith(name + ":"))
                    .map(facet -> facet.substring(name.length() + 1))
                    .toList());
    var most = Math.max(1, Math.min(MOST, Objects.requireNonNullElse(limit, 50)));
    var place = Objects.requireNonNullElse(after, "");
    var found =
        desk.may(PublicityRights.READ)
            ? catalogue.find(asked, place, most)
            : catalogue.findPublic(asked, place, most);
    return new Found(
        found.total(),
        found.cards().stream().map(MaterialResource::item).toList(),
        Arrays.stream(Facet.values())
            .map(
                facet ->
                    new Counts(
                        facet.parameter(),
                        found.facets().getOrDefault(facet, List.of()).stream()
                            .map(one -> new Counted(one.value(), one.name(), one.count()))
                            .toList()))
            .toList(),
        found.after());
  }

  private static Item item(Cards.Card card) {
    return new Item(
        card.id(),
        card.number(),
        card.title(),
        card.kind(),
        card.state(),
        card.language(),
        card.topic(),
        card.areaName(),
        Settings.current().url().resolve("/materials/" + card.number()).toString());
  }

  @POST
  @Operation(summary = "Drafts a material of words; 201 with its number")
  @Requirement("R65.7")
  public Response draft(Draft draft) {
    var version =
        draftMaterial.draft(
            new DraftMaterial.Command(
                Objects.requireNonNullElseGet(draft.area(), () -> desk.officer().areaCode()),
                kind(Objects.requireNonNullElse(draft.kind(), "")),
                Material.Filing.NONE,
                new Variant(Objects.requireNonNullElse(draft.language(), "zh"), "", "", ""),
                new Content(
                    Objects.requireNonNullElse(draft.title(), ""),
                    Objects.requireNonNullElse(draft.summary(), ""),
                    "",
                    Objects.requireNonNullElse(draft.text(), ""),
                    null,
                    Source.FREE,
                    "",
                    null,
                    null)));
    return Response.status(Response.Status.CREATED)
        .entity(new Drafted(version, queries.one(queries.of(version)).number()))
        .build();
  }

  private static Kind kind(String name) {
    return Arrays.stream(Kind.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Refusal("material.kind", name));
  }
}
