package firstline.console.situation;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.situation.SituationContribution;
import firstline.persistence.situation.SituationContribution.Heat;
import firstline.persistence.situation.SituationContribution.Tile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The board of an area within the officer's own. */
@ApplicationScoped
public class BoardQueries {
  /** The area that is shown; its path ends with '/'. */
  public record Top(String code, String name, String path, String parent) {}

  /**
   * An area right below, or the area itself with what lies at its own level.
   *
   * @param leaves areas without areas below them, itself if it has none
   * @param parts what presses by key
   * @param level 0 for nothing, 1 to 4 by share of the worst
   */
  public record Place(
      String code, String name, long leaves, Map<String, Long> parts, long count, int level) {}

  /** A handful is no reason for the gravest colour, even where nothing is worse. */
  private static final int GRAVE = 4;

  @Inject private Sql sql;
  @Inject private Desk desk;
  private List<SituationContribution> modules;

  @SuppressWarnings("NullAway.Init")
  protected BoardQueries() {}

  @Inject
  BoardQueries(@Any Instance<SituationContribution> modules) {
    this.modules = modules.stream().toList();
  }

  /** For tests without a server. */
  BoardQueries(Sql sql, Desk desk, Stream<SituationContribution> modules) {
    this.sql = sql;
    this.desk = desk;
    this.modules = modules.toList();
  }

  /**
   * The area with this code.
   *
   * @throws NotFound if it lies outside the officer's own
   */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R103.4")
  public Top top(String code) {
    return sql.one(
        """
        select t.code, t.name, t.path, case when t.code = own.code then '' else t.parent end
        from area t join area own on own.code = ? and starts_with(t.path, own.path)
        where t.code = ?
        """,
        row -> new Top(row.text(1), row.text(2), row.text(3), row.text(4)),
        desk.officer().areaCode(),
        code);
  }

  /** The numbers of all modules, in their order. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R103.1")
  public List<Tile> tiles(Top top) {
    return modules.stream()
        .flatMap(module -> module.tiles(top.path()).stream())
        .sorted(Comparator.comparingInt(Tile::order))
        .toList();
  }

  /**
   * The areas right below, the worst first; the area itself is among them if something is its own.
   */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R103.2")
  public List<Place> places(Top top) {
    var heat = modules.stream().flatMap(module -> module.heat(top.path()).stream()).toList();
    var parts = parts(top, heat);
    var most = parts.values().stream().mapToLong(BoardQueries::sum).max().orElse(0);
    return sql
        .list(
            """
            select b.code, b.name, (select count(*) from area v where v.path like b.path || '%'
              and not exists (select 1 from area c where c.parent = v.code))
            from area b where b.parent = ? or b.code = ? order by b.path
            """,
            row -> place(row.text(1), row.text(2), row.number(3), parts, most),
            top.code(),
            top.code())
        .stream()
        .filter(place -> !place.code().equals(top.code()) || place.count() > 0)
        .sorted(Comparator.comparingLong(Place::count).reversed())
        .toList();
  }

  /** What presses, carried to the area right below the top, or to the top. */
  private Map<String, Map<String, Long>> parts(Top top, List<Heat> heat) {
    var carriers = new HashMap<String, String>();
    sql.list(
            """
            select a.code, coalesce(nullif(split_part(substr(a.path, length(?) + 1), '/', 1), ''), a.code)
            from area a where a.code = any (?) and starts_with(a.path, ?)
            """,
            row -> Map.entry(row.text(1), row.text(2)),
            top.path(),
            heat.stream().map(Heat::areaCode).distinct().toArray(String[]::new),
            top.path())
        .forEach(one -> carriers.put(one.getKey(), one.getValue()));
    var parts = new HashMap<String, Map<String, Long>>();
    for (var one : heat) {
      var carrier = carriers.get(one.areaCode());
      if (carrier != null) {
        parts
            .computeIfAbsent(carrier, code -> new TreeMap<>())
            .merge(one.key(), one.count(), Long::sum);
      }
    }
    return parts;
  }

  private static long sum(Map<String, Long> parts) {
    return parts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Place place(
      String code, String name, long leaves, Map<String, Map<String, Long>> parts, long most) {
    var own = parts.getOrDefault(code, Map.of());
    var count = sum(own);
    return new Place(code, name, leaves, own, count, level(count, most));
  }

  static int level(long count, long most) {
    return (int) -Math.floorDiv(-4 * count, Math.max(GRAVE, most));
  }
}
