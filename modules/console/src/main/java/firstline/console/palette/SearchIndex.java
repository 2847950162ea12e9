package firstline.console.palette;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import firstline.persistence.search.SearchContribution;
import firstline.persistence.search.SearchHit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds records, people and areas by the beginning of their number, by words of their title and by
 * the initials of its pinyin, among a million of them, within the right and the areas of the
 * officer.
 */
@ApplicationScoped
public class SearchIndex implements SearchContribution {
  /** Words that every tenth record has fill the answer from so many of the newest. */
  private static final int NEAR = 4_000;

  /** Numbers that begin with what was typed, before anybody asks whose they are. */
  private static final int NUMBERS = 2_000;

  /** A row, with what makes it one. */
  private record Found(String kind, String id, SearchHit hit) {
    static Found of(Row row) throws SQLException {
      var kind = Kind.of(row.text(1));
      var number = row.text(3);
      var title = number.isEmpty() || kind == Kind.AREA ? row.text(4) : number + ' ' + row.text(4);
      return new Found(
          row.text(1), row.text(2), new SearchHit(row.text(1), title, kind.href(row.text(2))));
    }
  }

  /** Who looks, as the statements ask. */
  private record Sight(
      String[] kinds, String[] paths, String[] limited, @Nullable Object department) {}

  private static final String SEEN =
      """
       left join area a on a.code = e.area_code
      where exists (select 1 from unnest(?::text[], ?::text[]) g (kind, path)
          where g.kind = e.kind and (e.area_code is null or starts_with(a.path, g.path)))
        and (e.department_id is null or e.kind <> all (?) or e.department_id = ?)
      """;

  private static final String HOLDS =
      """
        and e.kind not in ('person', 'area') and e.title || ' ' || e.initials ilike all (?)
      order by e.at desc, e.kind, e.id limit ?
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject @Any private Instance<SearchContribution> slices;
  private @Nullable Set<String> narrowed;

  @SuppressWarnings("NullAway.Init")
  protected SearchIndex() {}

  /** For tests without a server: with the kinds of which only the own department's are found. */
  SearchIndex(Sql sql, Desk desk, Set<String> narrowed) {
    this.sql = sql;
    this.desk = desk;
    this.narrowed = narrowed;
  }

  @Override
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement({"R106.1", "R106.2", "R106.3"})
  public List<SearchHit> search(String words, int limit) {
    var sought = Sought.of(words);
    if (sought.isNothing()) {
      return List.of();
    }
    var sight = sight(desk.officer());
    var found = new LinkedHashMap<String, SearchHit>();
    put(found, byNumber(sought, sight, limit));
    put(found, peopleAndAreas(sought, sight, limit));
    put(found, amongTheNewest(sought, sight, limit));
    if (found.size() < limit && !sought.keys().isEmpty()) {
      put(found, byKeys(sought, sight, limit));
    }
    return found.values().stream().limit(limit).toList();
  }

  private static void put(Map<String, SearchHit> found, List<Found> more) {
    more.forEach(one -> found.putIfAbsent(one.kind() + ' ' + one.id(), one.hit()));
  }

  private List<Found> byNumber(Sought sought, Sight sight, int limit) {
    return sql.list(
        """
        select e.kind, e.id, e.number, e.title from (
          select * from search_entry where upper(number) ~>=~ ? and upper(number) ~<~ ?
          order by upper(number) using ~<~ limit ?) e
        """
            + SEEN
            + " order by upper(e.number), e.kind limit ?",
        Found::of,
        sought.first(),
        sought.last(),
        NUMBERS,
        sight.kinds(),
        sight.paths(),
        sight.limited(),
        sight.department(),
        limit);
  }

  private List<Found> peopleAndAreas(Sought sought, Sight sight, int limit) {
    return sql.list(
        """
        select e.kind, e.id, e.number, e.title from (
          select * from search_entry where kind in ('person', 'area')
            and title || ' ' || initials ilike all (?)) e
        """
            + SEEN
            + """
               order by row_number() over (partition by e.kind order by length(e.title), e.id),
                e.kind desc limit ?
              """,
        Found::of,
        patterns(sought),
        sight.kinds(),
        sight.paths(),
        sight.limited(),
        sight.department(),
        Math.max(1, limit / 3));
  }

  private List<Found> amongTheNewest(Sought sought, Sight sight, int limit) {
    return sql.list(
        """
        select e.kind, e.id, e.number, e.title from (
          select * from search_entry order by at desc, kind, id limit ?) e
        """
            + SEEN
            + HOLDS,
        Found::of,
        NEAR,
        sight.kinds(),
        sight.paths(),
        sight.limited(),
        sight.department(),
        patterns(sought),
        limit);
  }

  /** Rare words, or a narrow view: by the index of keys, which holds kinds and areas as well. */
  private List<Found> byKeys(Sought sought, Sight sight, int limit) {
    return sql.list(
        "select kind, id, number, title from search_by_keys(?, ?, ?, ?, ?, ?, ?, ?::uuid, ?)",
        Found::of,
        sought.keys().toArray(String[]::new),
        areas(sight),
        Arrays.stream(sight.kinds()).distinct().map(kind -> "#" + kind).toArray(String[]::new),
        patterns(sought),
        sight.kinds(),
        sight.paths(),
        sight.limited(),
        sight.department(),
        limit);
  }

  private static String[] patterns(Sought sought) {
    return sought.patterns().toArray(String[]::new);
  }

  /**
   * Keys of the areas in which records may be seen; {@code @} alone is what belongs to none. Null
   * for the whole tree, which the public tree of areas alone does not make.
   */
  private static String @Nullable [] areas(Sight sight) {
    var places = new LinkedHashSet<String>();
    places.add("@");
    for (var at = 0; at < sight.paths().length; at++) {
      var path = sight.paths()[at];
      if (path.isEmpty() && !sight.kinds()[at].equals(Kind.AREA.key())) {
        return null;
      }
      places.add("@" + path.replaceFirst("/$", "").replaceFirst("^.*/", ""));
    }
    return places.toArray(String[]::new);
  }

  private Sight sight(OfficerOnDuty officer) {
    var kinds = new ArrayList<String>();
    var paths = new ArrayList<String>();
    for (var kind : Kind.values()) {
      var where =
          switch (kind) {
            case PERSON ->
                officer.grants().stream().map(OfficerOnDuty.Grant::path).distinct().toList();
            case AREA -> List.of("");
            default -> officer.scope(kind.right()).paths();
          };
      where.forEach(
          path -> {
            kinds.add(kind.key());
            paths.add(path);
          });
    }
    return new Sight(
        kinds.toArray(String[]::new),
        paths.toArray(String[]::new),
        limited().toArray(String[]::new),
        officer.departmentId());
  }

  private Set<String> limited() {
    return narrowed != null
        ? narrowed
        : slices.stream()
            .flatMap(slice -> slice.ownMattersOnly().stream())
            .collect(Collectors.toSet());
  }

  /** The initials of words, in their order; empty for what has none. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<String> initials(List<String> words) {
    return sql.list(
        "select search_initials(w) from unnest(?::text[]) with ordinality u (w, place) order by place",
        row -> row.text(1),
        (Object) words.toArray(String[]::new));
  }
}
