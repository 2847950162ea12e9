package firstline.persistence.area;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.tabular.Line;
import firstline.persistence.tabular.LineReport;
import firstline.persistence.tabular.LineReport.Rejection;
import firstline.persistence.tabular.Tables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes over the tree of areas from a table with the columns code, parent, level, name and, if
 * wanted, pinyin, its lines in any order. Read again, it renames; it moves nothing, since records
 * hang on the tree.
 */
@ApplicationScoped
public class AreaImport {
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "code", List.of("代码", "区划代码", "编码"),
          "parent", List.of("上级", "上级代码", "父级代码"),
          "level", List.of("级别", "层级"),
          "name", List.of("名称", "区划名称"),
          "pinyin", List.of("拼音"));

  public record Command(@NotNull byte[] content) {
    @Override
    public String toString() {
      return "Command[" + content.length + " bytes]";
    }
  }

  /** An area that stands already. */
  private record Standing(@Nullable String parent, int depth, String path) {}

  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected AreaImport() {}

  AreaImport(Sql sql) {
    this.sql = sql;
  }

  /** Takes over every line that is right and reports every other. */
  @Allows(right = Rights.ADMIN_SYSTEM)
  public LineReport run(@Valid Command command) {
    var lines = Tables.read(command.content(), COLUMNS, List.of("code", "name", "level"));
    var standing = standing();
    var rejected = new ArrayList<Rejection>();
    var sound = sound(lines, standing, rejected);
    var paths = new HashMap<String, String>();
    standing.forEach((code, area) -> paths.put(code, area.path()));
    var rows = new ArrayList<Object[]>();
    for (var line : sound.values()) {
      var code = line.value("code");
      var fault = fault(line, sound, standing, paths);
      if (fault != null) {
        rejected.add(fault);
      } else {
        var parent = line.value("parent");
        rows.add(
            new Object[] {
              code,
              parent.isEmpty() ? null : parent,
              AreaCode.LEVELS.get(AreaCode.depth(line.value("level"))),
              line.value("name"),
              line.value("pinyin"),
              paths.get(code)
            });
      }
    }
    // Parents before children: a path is longer than its parent's.
    rows.sort(Comparator.comparingInt(row -> String.valueOf(row[5]).length()));
    sql.batch(
        """
        insert into area (code, parent, level, name, pinyin, path) values (?, ?, ?, ?, ?, ?)
        on conflict (code) do update set name = excluded.name,
          pinyin = case when excluded.pinyin = '' then area.pinyin else excluded.pinyin end
        """,
        rows);
    rejected.sort(Comparator.comparingInt(Rejection::line));
    return new LineReport(rows.size(), rejected);
  }

  private Map<String, Standing> standing() {
    var standing = new HashMap<String, Standing>();
    sql.list(
        "select code, parent, level, path from area",
        row ->
            standing.put(
                row.text(1),
                new Standing(row.textOrNull(2), AreaCode.depth(row.text(3)), row.text(4))));
    return standing;
  }

  /** The lines that are right by themselves, by code. */
  private static Map<String, Line> sound(
      List<Line> lines, Map<String, Standing> standing, List<Rejection> rejected) {
    var sound = new HashMap<String, Line>();
    for (var line : lines) {
      var code = line.value("code");
      var parent = line.value("parent");
      var known = standing.get(code);
      if (!AreaCode.isCode(code)) {
        rejected.add(line.reject("code", "area.code"));
      } else if (line.value("name").isEmpty() || line.value("name").length() > 80) {
        rejected.add(line.reject("name", "area.name"));
      } else if (AreaCode.depth(line.value("level")) < 0) {
        rejected.add(line.reject("level", "area.level"));
      } else if (!parent.isEmpty() && !AreaCode.isCode(parent)) {
        rejected.add(line.reject("parent", "area.code"));
      } else if (known != null
          && (!parent.equals(known.parent() == null ? "" : known.parent())
              || AreaCode.depth(line.value("level")) != known.depth())) {
        rejected.add(line.reject("parent", "area.moved"));
      } else if (sound.putIfAbsent(code, line) != null) {
        rejected.add(line.reject("code", "area.twice"));
      }
    }
    return sound;
  }

  /** Follows the parents up to the root or to an area that stands; fills in the paths. */
  private static @Nullable Rejection fault(
      Line line,
      Map<String, Line> sound,
      Map<String, Standing> standing,
      Map<String, String> paths) {
    var way = new ArrayList<Line>();
    var seen = new HashSet<String>();
    var at = line;
    var base = "";
    while (true) {
      var code = at.value("code");
      var parent = at.value("parent");
      if (!seen.add(code)) {
        return line.reject("parent", "area.cycle");
      }
      way.add(0, at);
      var known = paths.get(parent);
      if (parent.isEmpty()) {
        break;
      }
      if (depth(parent, sound, standing) >= AreaCode.depth(at.value("level"))) {
        return line.reject("level", "area.level-order");
      }
      if (known != null) {
        base = known;
        break;
      }
      var next = sound.get(parent);
      if (next == null) {
        return line.reject("parent", "area.parent");
      }
      at = next;
    }
    for (var step : way) {
      base = base + step.value("code") + "/";
      paths.put(step.value("code"), base);
    }
    return null;
  }

  private static int depth(String code, Map<String, Line> sound, Map<String, Standing> standing) {
    var known = standing.get(code);
    if (known != null) {
      return known.depth();
    }
    var line = sound.get(code);
    return line == null ? -1 : AreaCode.depth(line.value("level"));
  }
}
