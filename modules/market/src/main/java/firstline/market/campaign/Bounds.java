package firstline.market.campaign;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A campaign as counting sees it.
 *
 * @param path of its area
 */
record Bounds(
    UUID id,
    String path,
    LocalDate first,
    LocalDate last,
    List<String> matters,
    List<String> words) {
  /**
   * The campaign.
   *
   * @throws NotFound if there is none
   */
  static Bounds at(Sql sql, UUID id) {
    return sql.one(
        """
        select a.path, c.first_day, c.last_day, c.matters, c.words
        from market_campaign c join area a on a.code = c.area_code where c.id = ?
        """,
        row -> new Bounds(id, row.text(1), row.date(2), row.date(3), row.texts(4), row.texts(5)),
        id);
  }

  /**
   * Locks a campaign that is to change.
   *
   * @throws NotFound outside the scope
   * @throws Refusal {@code market-campaign.closed}
   */
  static void open(Sql sql, Scope scope, UUID id) {
    var closed =
        sql.one(
            """
            select c.closed_at is not null from market_campaign c
              join area a on a.code = c.area_code
            where c.id = ? and a.path like any (?) for update of c
            """,
            row -> row.flag(1),
            id,
            scope.patterns());
    if (closed) {
      throw new Refusal("market-campaign.closed");
    }
  }

  String[] matterNames() {
    return matters.toArray(String[]::new);
  }

  String[] goodsWords() {
    return words.toArray(String[]::new);
  }
}
