package firstline.persistence.page;

import firstline.persistence.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page of a list begins: the key of the row before it, and the direction. Travels in the
 * address as {@code after=} or {@code before=}.
 *
 * @param at the sort key of the row next to the page, in microseconds
 * @param id its id, which settles ties
 * @param backwards true to read the page before the row, false for the page after it
 * @param size how many rows, 0 for as many as the list shows at a time
 */
public record Cursor(Instant at, UUID id, boolean backwards, int size) {
  /** Before everything: the first page of a list with the newest on top. */
  public static final Cursor START =
      new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1), false, 0);

  /** The same place, for a part of another size: whoever takes a whole list along reads more. */
  public Cursor of(int rows) {
    return new Cursor(at, id, backwards, rows);
  }

  /** True before everything. */
  public boolean isStart() {
    return of(0).equals(START);
  }

  /** How many rows, where the list shows so many at a time. */
  public int rows(int shown) {
    return size == 0 ? shown : size;
  }

  /** The address form of a row's key. */
  public static String of(Instant at, UUID id) {
    var text = at + " " + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the two parameters of an address, of which at most one is set.
   *
   * @throws Refusal {@code page.cursor} if somebody wrote one by hand
   */
  public static Cursor read(String after, String before) {
    if (after.isEmpty() && before.isEmpty()) {
      return START;
    }
    try {
      var raw = Base64.getUrlDecoder().decode(after.isEmpty() ? before : after);
      var parts = new String(raw, StandardCharsets.UTF_8).split(" ", 2);
      return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]), after.isEmpty(), 0);
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw new Refusal("page.cursor");
    }
  }
}
