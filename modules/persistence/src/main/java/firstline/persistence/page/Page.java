package firstline.persistence.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, newest first.
 *
 * @param rows at most as many as were asked for
 * @param before address form of the first row's key if there is a page before, else empty
 * @param after address form of the last row's key if there is a page after, else empty
 */
public record Page<T>(List<T> rows, String before, String after) {
  public Page {
    rows = List.copyOf(rows);
  }

  /**
   * Makes a page of what a query for one row more than the page brought: the row too many only
   * tells that there is more.
   *
   * @param fetched in reading order of the cursor: newest first, or oldest first if backwards
   */
  public static <T> Page<T> of(List<T> fetched, int shown, Cursor cursor, Function<T, String> key) {
    var size = cursor.rows(shown);
    var more = fetched.size() > size;
    var rows = new ArrayList<>(more ? fetched.subList(0, size) : fetched);
    if (cursor.backwards()) {
      Collections.reverse(rows);
    }
    if (rows.isEmpty()) {
      return new Page<>(rows, "", "");
    }
    var first = key.apply(rows.get(0));
    var last = key.apply(rows.get(rows.size() - 1));
    var hasBefore = cursor.backwards() ? more : !cursor.isStart();
    var hasAfter = cursor.backwards() || more;
    return new Page<>(rows, hasBefore ? first : "", hasAfter ? last : "");
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
