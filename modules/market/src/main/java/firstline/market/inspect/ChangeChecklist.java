package firstline.market.inspect;

import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.READ;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the next version of a goods group's checklist; the earlier ones stay as they are. */
@ApplicationScoped
public class ChangeChecklist {
  private static final int MOST = 60;
  private static final List<Integer> LENGTHS = List.of(200, 300, 120, 200);

  /**
   * The next version.
   *
   * @param seen the version that it changes
   * @param text a line for each item: what is asked in Chinese | in English | its rule in Chinese |
   *     in English
   */
  public record Command(@NotNull GoodsGroup group, int seen, @NotNull String text) {}

  /** A version. */
  public record Version(
      UUID id, GoodsGroup group, int version, Instant madeAt, String officerName, long used) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ChangeChecklist() {}

  /** For tests without a server. */
  ChangeChecklist(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The number of the version.
   *
   * @throws Conflict if somebody made one since
   * @throws Refusal {@code checklist.line} with the line, {@code checklist.lines}
   */
  @Allows(right = HEAD)
  @Requirement("R90.13")
  public int change(@Valid Command command) {
    var items = items(command.text());
    var id = Ids.next();
    var made =
        sql.update(
            """
            insert into checklist (id, goods_group, version, made_at, officer_name)
            select ?, goods_group, max(version) + 1, ?, ? from checklist where goods_group = ?
            group by goods_group having max(version) = ?
            on conflict (goods_group, version) do nothing
            """,
            id,
            clock.instant(),
            desk.officer().name(),
            command.group().name(),
            command.seen());
    if (made == 0) {
      throw new Conflict();
    }
    List<@Nullable Object[]> lines = new ArrayList<>();
    for (var item : items) {
      lines.add(
          new Object[] {id, lines.size() + 1, item.get(0), item.get(1), item.get(2), item.get(3)});
    }
    sql.batch(
        """
        insert into checklist_item (checklist_id, place, text_zh, text_en, rule_zh, rule_en)
        values (?, ?, ?, ?, ?, ?)
        """,
        lines);
    return command.seen() + 1;
  }

  private static List<List<String>> items(String text) {
    var items = new ArrayList<List<String>>();
    var number = 0;
    for (var line : PlainText.lines(text).split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        var parts = List.of(line.split("[|｜]", -1)).stream().map(PlainText::line).toList();
        if (!fits(parts)) {
          throw new Refusal("checklist.line", number);
        }
        items.add(parts);
      }
    }
    if (items.isEmpty() || items.size() > MOST) {
      throw new Refusal("checklist.lines", MOST);
    }
    return items;
  }

  private static boolean fits(List<String> parts) {
    if (parts.size() != LENGTHS.size()) {
      return false;
    }
    for (var i = 0; i < parts.size(); i++) {
      if (parts.get(i).isEmpty() || parts.get(i).length() > LENGTHS.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** All versions, the current one of each group first. */
  @Allows(right = READ, reads = true)
  public List<Version> versions() {
    return sql.list(
        """
        select c.id, c.goods_group, c.version, c.made_at, c.officer_name,
          (select count(*) from inspection i where i.checklist_id = c.id)
        from checklist c order by c.goods_group, c.version desc limit 500
        """,
        row ->
            new Version(
                row.id(1),
                GoodsGroup.valueOf(row.text(2)),
                row.integer(3),
                row.instant(4),
                row.text(5),
                row.number(6)));
  }
}
