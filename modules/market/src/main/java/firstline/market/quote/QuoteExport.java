package firstline.market.quote;

import firstline.market.MarketRights;
import firstline.persistence.database.Sql;
import firstline.persistence.export.Address;
import firstline.persistence.export.ListExport;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The quotes of the day that the page of prices shows, point by point. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class QuoteExport implements ListExport {
  private static final String NONE = "00000000-0000-0000-0000-000000000000";
  private static final String KEY = "[0-9a-f-]{36} [0-9a-f-]{36}";

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Words words;
  @Inject private PriceQueries queries;

  @Override
  public String list() {
    return "market.prices";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "price.day",
        "price.area",
        "price.point",
        "price.goods",
        "price.price",
        "price.cost",
        "price.unit",
        "price.officer",
        "quote.signer");
  }

  @Override
  @Allows(right = MarketRights.PRICE_READ, reads = true)
  @Requirement("R105.5")
  public Part rows(Address asked, String after, int size) {
    var day = day(asked);
    if (day.isEmpty()) {
      return new Part(List.of(), "");
    }
    var key = after.matches(KEY) ? after.split(" ") : new String[] {NONE, NONE};
    var lines =
        sql.list(
            """
            select q.point_id || ' ' || q.goods_id, q.quoted_on, a.name, p.name, g.name, q.price,
              q.cost, g.unit, q.officer_name, q.signed_name
            from price_quote q join price_point p on p.id = q.point_id
              join area a on a.code = p.area_code join price_goods g on g.id = q.goods_id
            where q.quoted_on = ? and a.path like any (?)
              and (q.point_id, q.goods_id) > (?::uuid, ?::uuid)
            order by q.point_id, q.goods_id limit ?
            """,
            row ->
                new Line(
                    row.text(1),
                    Arrays.asList(
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        price(row.text(6)),
                        price(row.textOrNull(7)),
                        words.get("price.unit." + row.text(8)),
                        row.text(9),
                        row.text(10))),
            day.get(),
            desk.scope().patterns(),
            key[0],
            key[1],
            size);
    return new Part(lines, lines.size() < size ? "" : lines.get(lines.size() - 1).id());
  }

  private Optional<LocalDate> day(Address asked) {
    try {
      return Optional.of(LocalDate.parse(asked.parameter("day")));
    } catch (DateTimeParseException e) {
      return queries.latest();
    }
  }

  private static @Nullable BigDecimal price(@Nullable String text) {
    return text == null ? null : new BigDecimal(text).stripTrailingZeros();
  }
}
