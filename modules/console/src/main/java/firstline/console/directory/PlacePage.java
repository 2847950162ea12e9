package firstline.console.directory;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.publicity.PublicityRights;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An area that the palette found: where it lies, and the lists narrowed to it. */
@Named
@RequestScoped
public class PlacePage {
  /** A list that can be narrowed to an area; its words are {@code nav.<key>}. */
  public record Narrowed(String key, String right, String address) {}

  private static final List<Narrowed> LISTS =
      List.of(
          new Narrowed("claims", RumourRights.READ, "/console/rumour/claims?area="),
          new Narrowed("rumours", RumourRights.READ, "/console/rumour/rumours?q=&state=&area="),
          new Narrowed("speakers", BroadcastRights.READ, "/console/broadcast/speakers?area="),
          new Narrowed("coverage", BroadcastRights.READ, "/console/broadcast/coverage?area="),
          new Narrowed("week", BroadcastRights.READ, "/console/broadcast/week?area="),
          new Narrowed(
              "material-figures",
              PublicityRights.READ,
              "/console/publicity/material-figures?area="));

  @Inject private DirectoryQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private DirectoryQueries.@Nullable Place view;

  public void load() {
    view = queries.place(screen.parameter("code"));
  }

  public DirectoryQueries.@Nullable Place getView() {
    return view;
  }

  /** Those that this officer may open. */
  public List<Narrowed> getLists() {
    return LISTS.stream().filter(list -> desk.may(list.right())).toList();
  }
}
