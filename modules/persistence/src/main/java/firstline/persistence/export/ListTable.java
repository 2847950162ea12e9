package firstline.persistence.export;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list as a table, told column by column and then by the query of its page. */
public final class ListTable<T> {
  /** What stands in a column: text, a number, or null for nothing. */
  @FunctionalInterface
  public interface Cell<T> {
    @Nullable Object of(T row);
  }

  /** When something was. */
  @FunctionalInterface
  public interface At<T> {
    @Nullable Instant of(T row);
  }

  /** Reads a page of the list as it is asked for, by its key. */
  @FunctionalInterface
  public interface Pages<T> {
    Page<T> page(Address asked, Cursor cursor);
  }

  /** The same for a list whose place is no {@link Cursor}; empty at its beginning. */
  @FunctionalInterface
  public interface Parts<T> {
    Page<T> part(Address asked, String after, int size);
  }

  private record Column<T>(String key, Cell<T> cell) {}

  private record Table<T>(
      String list, Function<T, ?> id, List<Column<T>> cells, List<String> columns, Parts<T> parts)
      implements ListExport {
    @Override
    @Requirement({"R105.5", "R125.1"})
    public Part rows(Address asked, String after, int size) {
      var page = parts.part(asked, after, size);
      return new Part(page.rows().stream().map(this::line).toList(), page.after());
    }

    private Line line(T row) {
      var line = new ArrayList<@Nullable Object>();
      cells.forEach(one -> line.add(one.cell().of(row)));
      return new Line(String.valueOf(id.apply(row)), line);
    }
  }

  private final Words words;
  private final String list;
  private final Function<T, ?> id;
  private final List<Column<T>> columns = new ArrayList<>();

  private ListTable(Words words, String list, Function<T, ?> id) {
    this.words = words;
    this.list = list;
    this.id = id;
  }

  /**
   * The list of that name.
   *
   * @param id of a row's record
   */
  public static <T> ListTable<T> of(Words words, String list, Function<T, ?> id) {
    return new ListTable<>(words, list, id);
  }

  /** The next column: the key of its title, and what stands in it. */
  public ListTable<T> column(String key, Cell<T> cell) {
    columns.add(new Column<>(key, cell));
    return this;
  }

  /** A column of times, as the screen shows them. */
  public ListTable<T> time(String key, At<T> at) {
    return column(key, row -> words.time(at.of(row)));
  }

  /** A column of words, whose keys are the prefix and what stands there; empty for nothing. */
  public ListTable<T> word(String key, String prefix, Cell<T> cell) {
    return column(
        key,
        row -> {
          var name = cell.of(row);
          return name == null || name.toString().isEmpty() ? "" : words.get(prefix + name);
        });
  }

  /** Read by the query of its page. */
  public ListExport pages(Pages<T> pages) {
    return parts((asked, after, size) -> pages.page(asked, ListExport.cursor(after, size)));
  }

  /** Read by a query with a place of its own. */
  public ListExport parts(Parts<T> parts) {
    return new Table<>(
        list, id, List.copyOf(columns), columns.stream().map(Column::key).toList(), parts);
  }
}
