package firstline.persistence.todo;

import firstline.persistence.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits for this officer: a row of the list on the home page.
 *
 * @param keys what has to be done, the gravest first: the keys of the {@link Todo}s that count it.
 *     Words: {@code task.<key>}
 * @param id tells it apart among those of the same first key, for good
 * @param title number and what it is about; no person's name
 * @param state words of its state; shape and colour come from what stands after the last dot
 * @param due the first moment at which it is late; null if nothing runs out
 * @param href where it is dealt with
 * @param urgent true if it does not bear waiting
 * @param decision true if it waits for somebody's decision, and this officer may take it
 */
public record TodoItem(
    List<String> keys,
    String id,
    String title,
    String state,
    @Nullable Instant due,
    String href,
    boolean urgent,
    boolean decision) {

  /** So many a statement brings at most: nobody works off more in a day. */
  public static final int MOST = 50;

  public TodoItem {
    keys = List.copyOf(keys);
  }

  /** A row with these columns in this order. */
  public static TodoItem of(Row row) throws SQLException {
    return new TodoItem(
        row.texts(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.instantOrNull(5),
        row.text(6),
        row.flag(7),
        row.flag(8));
  }

  public String key() {
    return keys.get(0);
  }

  /** What tells it apart from everything else. */
  public String mark() {
    return key() + ' ' + id;
  }

  /** The state as a chip knows it. */
  public String chip() {
    return state.substring(state.lastIndexOf('.') + 1);
  }
}
