package firstline.publicity.collection;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The collections, one of them, and what the gallery puts into them. */
@Named
@RequestScoped
public class CollectionsPage {
  private static final String LIST = "/console/publicity/collections";
  private static final String ONE = "/console/publicity/collection?id=";

  @Inject private CollectionQueries queries;
  @Inject private KeepCollection keepCollection;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable Page<CollectionQueries.Line> page;
  private CollectionQueries.@Nullable Line view;
  private @Nullable List<CollectionQueries.Entry> entries;
  private @Nullable UUID picked;

  public void load() {
    getView();
  }

  private Page<CollectionQueries.Line> page() {
    if (page == null) {
      page = queries.list(Cursor.read(screen.parameter("after"), screen.parameter("before")));
    }
    return page;
  }

  public List<CollectionQueries.Line> getRows() {
    return page().rows();
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page().after().isEmpty() ? "" : LIST + "?after=" + page().after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page().before().isEmpty() ? "" : LIST + "?before=" + page().before();
  }

  /** Of what is ticked in the gallery: into which collection it may go. */
  public List<CollectionQueries.Line> getChoices() {
    return queries.choices();
  }

  public CollectionQueries.Line getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  public List<CollectionQueries.Entry> getEntries() {
    if (entries == null) {
      entries = queries.entries(screen.id());
    }
    return Objects.requireNonNull(entries);
  }

  /** Numbers of what is out: at most so many as one archive takes. */
  public List<String> getPackable() {
    return getEntries().stream()
        .filter(one -> one.state().equals("PUBLISHED"))
        .map(CollectionQueries.Entry::number)
        .limit(200)
        .toList();
  }

  public boolean isDrafting() {
    return desk.may(PublicityRights.DRAFT);
  }

  /** What was typed, or what stands there. */
  public String typed(String field) {
    if (screen.names("posted")) {
      return screen.parameter(field);
    }
    return switch (field) {
      case "title" -> getView().title();
      case "note" -> getView().note();
      default -> Long.toString(getView().version());
    };
  }

  /** Picks what is ticked in the gallery. */
  public void pick() {
    screen.run(
        () ->
            picked =
                keepCollection.pick(
                    new KeepCollection.Pick(
                        screen.parameter("collection").isEmpty() ? null : screen.id("collection"),
                        screen.parameter("collection-title"),
                        screen.parameters("pick").stream()
                            .filter(id -> id.matches("[0-9a-f-]{36}"))
                            .map(UUID::fromString)
                            .toList())),
        "publicity.saved",
        () -> ONE + picked);
  }

  public void edit() {
    screen.run(
        () ->
            keepCollection.edit(
                new KeepCollection.Edit(
                    screen.id(),
                    screen.version(),
                    screen.parameter("title"),
                    screen.parameter("note"))),
        "publicity.saved",
        ONE + screen.parameter("id"));
  }

  public void leave() {
    screen.run(
        () -> keepCollection.leave(new KeepCollection.Leave(screen.id(), screen.id("material"))),
        "publicity.saved",
        ONE + screen.parameter("id"));
  }

  public void drop() {
    screen.run(() -> keepCollection.drop(screen.id()), "collection.dropped", LIST);
  }
}
