package firstline.persistence.database;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many rows as columns, for one statement with {@code unnest}. */
public final class Columns {
  private Columns() {}

  /** The value of each row as text, in the order of the rows. */
  public static <T> @Nullable String[] of(List<T> rows, Function<T, @Nullable Object> value) {
    return rows.stream()
        .map(row -> value.apply(row))
        .map(one -> one == null ? null : one.toString())
        .toArray(String[]::new);
  }
}
