package firstline.console.rest;

import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The tree of areas for programs. It is public knowledge, so every officer sees all of it. */
@ApplicationScoped
public class AreaQueries {
  static final int PAGE = 200;

  /** An area; the root has no parent. */
  public record Line(String code, @Nullable String parent, String level, String name) {}

  @Inject private Sql sql;

  /**
   * Areas by code: without a search the children of the parent (without a parent the roots), with a
   * search every area below the parent whose name contains the words or whose code or pinyin begins
   * with them.
   *
   * @param after code of the row before the page; empty for the first page
   */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public Page<Line> page(String parent, String words, String after) {
    if (!after.isEmpty() && !after.matches("[0-9]{12}")) {
      throw new Refusal("page.cursor");
    }
    var select = Select.from("select a.code, a.parent, a.level, a.name from area a");
    if (words.isBlank()) {
      if (parent.isEmpty()) {
        select.where("a.parent is null");
      } else {
        select.where("a.parent = ?", parent);
      }
    } else {
      var wanted = words.strip();
      select.where(
          "position(? in a.name) > 0 or starts_with(a.code, ?) or starts_with(a.pinyin, lower(?))",
          wanted,
          wanted,
          wanted);
      select.whereSet(
          "starts_with(a.path, (select root.path from area root where root.code = ?))", parent);
    }
    var fetched =
        sql.list(
            select.whereSet("a.code > ?", after).end("order by a.code limit ?", PAGE + 1),
            row -> new Line(row.text(1), row.textOrNull(2), row.text(3), row.text(4)));
    var more = fetched.size() > PAGE;
    var rows = more ? fetched.subList(0, PAGE) : fetched;
    return new Page<>(rows, "", more ? rows.get(PAGE - 1).code() : "");
  }
}
