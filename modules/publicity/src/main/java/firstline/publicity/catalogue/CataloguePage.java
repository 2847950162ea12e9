package firstline.publicity.catalogue;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Language;
import firstline.persistence.words.Words;
import firstline.publicity.PublicityRights;
import firstline.publicity.material.MaterialQueries;
import firstline.publicity.rendition.Cover;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The catalogue on the screen: filters, view, place and what is open, all in the address. */
@Named
@RequestScoped
public class CataloguePage {
  static final String ADDRESS = "/console/publicity/materials";
  private static final int CARDS = 200;
  private static final int ROWS = 50;

  /** A facet with its choices. */
  public record Group(String name, boolean open, List<Link> links) {}

  /** A choice, and where one gets by it. */
  public record Link(String label, int count, String href, boolean chosen) {}

  @Inject private Catalogue catalogue;
  @Inject private SavedSearches savedSearches;
  @Inject private FileSeveral fileSeveral;
  @Inject private MaterialQueries queries;
  @Inject private Cover cover;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Words words;
  @Inject private Language language;

  private @Nullable Asked asked;
  private Catalogue.@Nullable Found found;
  private MaterialQueries.@Nullable View open;
  private @Nullable String here;

  public void load() {
    getFound();
    if (screen.names("open")) {
      open = queries.one(screen.id("open"));
    }
    if (screen.names("saved")) {
      savedSearches.look(screen.id("saved"));
    }
  }

  public Asked getAsked() {
    if (asked == null) {
      asked = Asked.read(screen.parameter("q"), screen::parameters);
    }
    return asked;
  }

  public Catalogue.Found getFound() {
    if (found == null) {
      found = catalogue.find(getAsked(), screen.parameter("after"), isTable() ? ROWS : CARDS);
    }
    return Objects.requireNonNull(found);
  }

  /** True for lines, false for cards. */
  public boolean isTable() {
    return screen.parameter("view").equals("table");
  }

  public boolean isDrafting() {
    return desk.may(PublicityRights.DRAFT);
  }

  public boolean isArchiving() {
    return desk.may(PublicityRights.PUBLISH);
  }

  public List<Group> getGroups() {
    return Arrays.stream(Facet.values()).map(this::group).toList();
  }

  private Group group(Facet facet) {
    var choices = getFound().facets().getOrDefault(facet, List.of());
    return new Group(
        facet.name(),
        !getAsked().of(facet).isEmpty() || facet.ordinal() < 3,
        choices.stream()
            .map(
                choice ->
                    new Link(
                        label(words, language.english(), facet, choice),
                        choice.count(),
                        address(getAsked().toggled(facet, choice.value()), view()),
                        choice.chosen()))
            .toList());
  }

  /** What a value is called: by the words of its kind, or by its own name. */
  static String label(Words words, boolean english, Facet facet, Catalogue.Choice choice) {
    var value = choice.value();
    return switch (facet) {
      case KIND, STATE, LANGUAGE -> named(words, "publicity." + facet.parameter() + "." + value);
      case VALIDITY, ORIENTATION, COLOUR ->
          named(words, "catalogue." + facet.parameter() + "." + value);
      case DIALECT -> value;
      case TOPIC, CAMPAIGN, AREA -> {
        var name = english ? choice.nameEn() : choice.name();
        yield name.isEmpty() ? value : name;
      }
    };
  }

  /** The words, or the value itself where somebody wrote one into the address. */
  private static String named(Words words, String key) {
    return words.containsKey(key) ? words.get(key) : key.substring(key.lastIndexOf('.') + 1);
  }

  private String view() {
    return isTable() ? "table" : "";
  }

  private static String address(Asked asked, String view) {
    var query = asked.query();
    var shown = view.isEmpty() ? "" : "view=" + view;
    return ADDRESS + "?" + query + (query.isEmpty() || shown.isEmpty() ? "" : "&") + shown;
  }

  /** This very list, for links that add to its address. */
  public String getHere() {
    if (here == null) {
      var after = screen.parameter("after");
      here =
          address(getAsked(), view()) + (after.isEmpty() ? "" : "&after=" + Screen.encode(after));
    }
    return here;
  }

  public String getAsGallery() {
    return address(getAsked(), "");
  }

  public String getAsTable() {
    return address(getAsked(), "table");
  }

  /** The list's part of the address, to be kept or taken along. */
  public String getQuery() {
    return getAsked().query();
  }

  public String getNext() {
    var after = getFound().after();
    return after.isEmpty() ? "" : address(getAsked(), view()) + "&after=" + Screen.encode(after);
  }

  /** Keys cannot be turned back; the first page is one step away. */
  public String getPrevious() {
    return screen.names("after") ? address(getAsked(), view()) : "";
  }

  public MaterialQueries.@Nullable View getOpen() {
    return open;
  }

  /** The version that speaks for what is open. */
  public MaterialQueries.Version getShown() {
    var versions = Objects.requireNonNull(open).versions();
    return versions.stream()
        .filter(one -> one.state().equals(Objects.requireNonNull(open).state()))
        .findFirst()
        .orElse(versions.get(0));
  }

  /** True if what is open is of media of this sort: image, video or audio. */
  public boolean isOf(String sort) {
    var attachment = getShown().content().attachment();
    return attachment != null && attachment.mediaType().startsWith(sort + "/");
  }

  /** Address of the picture by which what is open is known; empty if there is none. */
  public String getPreview() {
    var face = cover.of(List.of(getShown().id())).getOrDefault(getShown().id(), Cover.Face.NONE);
    return face.preview().isEmpty() && isOf("image") ? getFile() : face.preview();
  }

  /** Address of its file: to everybody if it is public, else to who may open the area's files. */
  public String getFile() {
    var attachment = getShown().content().attachment();
    if (attachment == null) {
      return "";
    }
    return getShown().state().equals("PUBLISHED")
        ? "/download/" + getShown().id()
        : "/files/" + attachment.file();
  }

  /** A facet's value that is chosen. */
  public record Chosen(String parameter, String value) {}

  public List<Chosen> getChosen() {
    return Arrays.stream(Facet.values())
        .flatMap(
            facet ->
                getAsked().of(facet).stream().map(value -> new Chosen(facet.parameter(), value)))
        .toList();
  }

  /** Numbers of what is out on this page of the list. */
  public List<String> getPackable() {
    return getFound().cards().stream()
        .filter(card -> card.state().equals("PUBLISHED"))
        .map(Cards.Card::number)
        .toList();
  }

  public List<SavedSearches.Kept> getSaved() {
    return savedSearches.list();
  }

  public List<MaterialQueries.Choice> getTopics() {
    return queries.topics();
  }

  public List<MaterialQueries.Choice> getCampaigns() {
    return queries.campaigns();
  }

  /** What the last change of several did. */
  public String getReport() {
    var done = screen.parameter("done");
    var refused = screen.parameter("refused");
    return done.matches("[0-9]{1,4}") && refused.matches("[0-9]{1,4}")
        ? words.of("catalogue.several.report", done, refused)
        : "";
  }

  public void keep() {
    screen.run(
        () ->
            savedSearches.keep(
                new SavedSearches.Command(
                    screen.parameter("name"), screen.parameter("query"), screen.names("alerts"))),
        "catalogue.saved.done",
        ADDRESS + "?" + screen.parameter("query"));
  }

  public void drop() {
    screen.run(() -> savedSearches.drop(screen.id("kept")), "catalogue.saved.dropped", ADDRESS);
  }

  public void file() {
    several(
        new FileSeveral.Change(
            Map.of(
                "topic", screen.parameter("to-topic"), "campaign", screen.parameter("to-campaign")),
            false));
  }

  public void archive() {
    several(new FileSeveral.Change(Map.of(), true));
  }

  private void several(FileSeveral.Change change) {
    screen.attempt(
        () -> {
          var report = fileSeveral.run(screen.parameters("pick"), change);
          screen.go(
              ADDRESS
                  + "?"
                  + screen.parameter("query")
                  + "&done="
                  + report.done()
                  + "&refused="
                  + report.refused());
        });
  }
}
