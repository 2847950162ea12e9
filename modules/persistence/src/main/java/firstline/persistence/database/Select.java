package firstline.persistence.database;

import com.google.errorprone.annotations.CompileTimeConstant;
import firstline.persistence.page.Cursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query composed of constant fragments: the filters that a reader switched on, an order, a limit.
 * No fragment can carry a value, so no value can become SQL.
 */
public final class Select {
  private final StringBuilder text;
  private final List<@Nullable Object> arguments = new ArrayList<>();
  private String joint = " where ";

  private Select(String text) {
    this.text = new StringBuilder(text);
  }

  /** Starts with {@code select … from …}, without a where; arguments for its placeholders. */
  public static Select from(@CompileTimeConstant String text, @Nullable Object... arguments) {
    var select = new Select(text);
    select.arguments.addAll(Arrays.asList(arguments));
    return select;
  }

  /** Starts with what another query brings: {@code select … from (} it {@code ) alias …}. */
  public static Select around(
      @CompileTimeConstant String before, Select inner, @CompileTimeConstant String after) {
    var select = new Select(before + inner.text + after);
    select.arguments.addAll(inner.arguments);
    return select;
  }

  /** Adds a condition. */
  public Select where(@CompileTimeConstant String condition, @Nullable Object... values) {
    text.append(joint).append('(').append(condition).append(')');
    joint = " and ";
    arguments.addAll(Arrays.asList(values));
    return this;
  }

  /** Adds a condition if the filter is set: not null and not blank. */
  public Select whereSet(@CompileTimeConstant String condition, @Nullable Object value) {
    if (value == null || (value instanceof String s && s.isBlank())) {
      return this;
    }
    text.append(joint).append('(').append(condition).append(')');
    joint = " and ";
    arguments.add(value);
    return this;
  }

  /** Ends with an order and a limit, such as {@code order by c.received_at desc limit ?}. */
  public Select end(@CompileTimeConstant String tail, @Nullable Object... values) {
    text.append(' ').append(tail);
    arguments.addAll(Arrays.asList(values));
    return this;
  }

  /**
   * Ends with one page of a list with the newest on top, read by its key, and one row more that
   * tells whether there is another page.
   *
   * @param instant column of the sort key
   * @param id column of the id, which settles ties
   */
  public Select newestFirst(
      @CompileTimeConstant String instant,
      @CompileTimeConstant String id,
      Cursor cursor,
      int size) {
    var key = instant + ", " + id;
    text.append(joint)
        .append('(')
        .append(key)
        .append(cursor.backwards() ? ") > (?, ?) order by " : ") < (?, ?) order by ")
        .append(cursor.backwards() ? key : instant + " desc, " + id + " desc")
        .append(" limit ?");
    arguments.add(cursor.at());
    arguments.add(cursor.id());
    arguments.add(cursor.rows(size) + 1);
    return this;
  }

  /**
   * Ends with one page of a list with the soonest on top, read by its key as {@link #newestFirst}
   * reads its.
   */
  public Select soonestFirst(
      @CompileTimeConstant String instant,
      @CompileTimeConstant String id,
      Cursor cursor,
      int size) {
    var key = instant + ", " + id;
    if (!cursor.isStart()) {
      text.append(joint)
          .append('(')
          .append(key)
          .append(cursor.backwards() ? ") < (?, ?)" : ") > (?, ?)");
      arguments.add(cursor.at());
      arguments.add(cursor.id());
    }
    text.append(" order by ")
        .append(cursor.backwards() ? instant + " desc, " + id + " desc" : key)
        .append(" limit ?");
    arguments.add(cursor.rows(size) + 1);
    return this;
  }

  /**
   * The words as a pattern for {@code ilike} that finds them anywhere and means only themselves.
   */
  public static String containing(String words) {
    return "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  String statement() {
    return text.toString();
  }

  List<@Nullable Object> arguments() {
    return arguments;
  }
}
