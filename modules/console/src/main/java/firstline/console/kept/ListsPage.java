package firstline.console.kept;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of the lists on a page. */
@Named("lists")
@RequestScoped
public class ListsPage {
  /**
   * A column.
   *
   * @param place counted from 1
   * @param key of its title
   */
  public record Column(int place, String key, boolean hidden) {
    /** The first column names the row and always stays. */
    public boolean optional() {
      return place > 1;
    }
  }

  @Inject private KeptViews views;
  @Inject private Screen screen;

  private final Map<String, Arrangement> kept = new HashMap<>();

  /** As the address says, or as the officer keeps it. */
  private Arrangement arrangement(String list) {
    return kept.computeIfAbsent(
        list,
        name ->
            screen.names("columns")
                ? Arrangement.read(screen.parameter("columns"))
                : views.arrangement(name));
  }

  /** Places of the hidden columns, separated by spaces. */
  public String hidden(String list) {
    return arrangement(list).hidden().stream()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  /** The columns whose keys were given, separated by blanks or commas. */
  public List<Column> columns(String list, String keys) {
    var away = arrangement(list).hidden();
    var columns = new ArrayList<Column>();
    for (var key : keys.strip().split("[,\\s]+")) {
      var place = columns.size() + 1;
      columns.add(new Column(place, key, away.contains(place)));
    }
    return columns;
  }

  /** The same in the order in which they are shown. */
  @Requirement({"R118.1", "R125.2"})
  public List<Column> arranged(String list, String keys) {
    var columns = columns(list, keys);
    return arrangement(list).of(columns.size()).stream()
        .map(place -> columns.get(place - 1))
        .toList();
  }

  /** Places in the order in which they are shown; empty if that is their own. */
  public String order(String list, String keys) {
    var places = arranged(list, keys).stream().map(Column::place).toList();
    return places.equals(places.stream().sorted().toList())
        ? ""
        : places.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** What the address says of columns, to be carried on to the next page. */
  public String getCarried() {
    return screen.names("columns") ? "&columns=" + Screen.encode(screen.parameter("columns")) : "";
  }
}
