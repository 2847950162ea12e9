package firstline.console.kept;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  private final Map<String, String> hidden = new HashMap<>();

  /** Places of the hidden columns, separated by spaces. */
  public String hidden(String list) {
    return hidden.computeIfAbsent(list, views::hidden);
  }

  /** The columns whose keys were given, separated by blanks or commas. */
  public List<Column> columns(String list, String keys) {
    var away = Set.copyOf(List.of(hidden(list).split(" ")));
    var columns = new ArrayList<Column>();
    for (var key : keys.strip().split("[,\\s]+")) {
      var place = columns.size() + 1;
      columns.add(new Column(place, key, place > 1 && away.contains(String.valueOf(place))));
    }
    return columns;
  }
}
