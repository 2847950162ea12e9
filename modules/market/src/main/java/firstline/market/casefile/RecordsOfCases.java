package firstline.market.casefile;

import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.NotFound;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * How records are read that belong to cases, such as measures and referrals.
 *
 * @param within all that the officer sees, as {@code x}
 * @param key of a record in its list, the newest first by {@code x.made_at}
 */
public record RecordsOfCases<T>(
    Sql sql, Select within, Sql.Mapper<T> reader, Function<T, String> key) {
  private static final int SIZE = 50;

  /** A page of them, the newest first. */
  public Page<T> page(Cursor cursor) {
    return Page.of(
        sql.list(within.newestFirst("x.made_at", "x.id", cursor, SIZE), reader), SIZE, cursor, key);
  }

  /** Those of a case, the first one first. */
  public List<T> ofCase(UUID id) {
    return sql.list(within.where("x.case_id = ?", id).end("order by x.made_at, x.id"), reader);
  }

  /**
   * One of them.
   *
   * @throws NotFound outside the scope
   */
  public T one(UUID id) {
    return sql.list(within.where("x.id = ?", id), reader).stream()
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
