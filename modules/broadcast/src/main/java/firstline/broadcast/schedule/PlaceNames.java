package firstline.broadcast.schedule;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Areas and groups as a clerk names them: by code, by name, by name without what kind of area it
 * is.
 */
@ApplicationScoped
public class PlaceNames {
  private static final String GROUP = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** An area, or the id of a group and the name of its area. */
  private record Found(String code, String name) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  /**
   * The code of the one area of the officer's that is called so.
   *
   * @throws Refusal {@code schedule.area} if there is none, {@code schedule.area-several} with
   *     their codes
   */
  @Allows(right = READ, reads = true)
  @Requirement("R44.3")
  public String code(String called) {
    if (called.matches("[0-9]{12}")) {
      return called;
    }
    var found = found(called);
    var exact = found.stream().filter(one -> one.name().equals(called)).toList();
    var meant = exact.isEmpty() ? found : exact;
    if (meant.isEmpty()) {
      throw new Refusal("schedule.area", called);
    }
    if (meant.size() > 1) {
      throw new Refusal("schedule.area-several", called, several(meant));
    }
    return meant.get(0).code();
  }

  /** The codes of all that is named, with spaces, commas or the like between. */
  @Allows(right = READ, reads = true)
  @Requirement("R44.3")
  public List<String> codes(String typed) {
    return Arrays.stream(typed.split("[\\s,，、;；]+"))
        .filter(called -> !called.isEmpty())
        .map(this::code)
        .toList();
  }

  /**
   * The one area, or else the one group of speakers, of the officer's that is called so.
   *
   * @throws Refusal as {@link #code}; {@code schedule.group-several}
   */
  @Allows(right = READ, reads = true)
  @Requirement("R44.3")
  public Target target(boolean included, String called) {
    if (called.matches(GROUP)) {
      return new Target(included, Target.Kind.GROUP, called);
    }
    var groups =
        sql.list(
            """
            select g.id::text, a.name from speaker_group g join area a on a.code = g.area_code
            where g.name = ? and a.path like any (?) order by a.path limit 9
            """,
            row -> new Found(row.text(1), row.text(2)),
            called,
            desk.scope().patterns());
    if (groups.isEmpty() || !found(called).isEmpty()) {
      return new Target(included, Target.Kind.AREA, code(called));
    }
    if (groups.size() > 1) {
      throw new Refusal("schedule.group-several", called, several(groups));
    }
    return new Target(included, Target.Kind.GROUP, groups.get(0).code());
  }

  private List<Found> found(String called) {
    return sql.list(
        """
        select code, name from area
        where path like any (?) and (name = ? or regexp_replace(name,
          '(村民委员会|居民委员会|村委会|居委会|社区|村|镇|乡|街道|区|县|市)+$', '') = ?)
        order by length(path), code limit 9
        """,
        row -> new Found(row.text(1), row.text(2)),
        desk.scope().patterns(),
        called,
        called);
  }

  private static String several(List<Found> found) {
    return found.stream()
        .map(one -> one.name() + " " + one.code())
        .collect(Collectors.joining("、"));
  }

  /**
   * The names of codes and of groups' ids, each the code itself where the name alone would not find
   * it.
   */
  @Allows(right = READ, reads = true)
  @Requirement("R44.3")
  public String names(List<String> codes) {
    return sql
        .list(
            """
            select case when (select count(*) from area b
                where b.name = coalesce(a.name, g.name) and b.path like any (?))
              + (select count(*) from speaker_group h join area b on b.code = h.area_code
                where a.code is null and h.name = g.name and b.path like any (?)) = 1
              then coalesce(a.name, g.name) else t.code end
            from unnest(?::text[]) with ordinality t (code, place)
              left join area a on a.code = t.code left join speaker_group g on g.id::text = t.code
            order by t.place
            """,
            row -> row.text(1),
            desk.scope().patterns(),
            desk.scope().patterns(),
            codes.toArray(String[]::new))
        .stream()
        .collect(Collectors.joining(" "));
  }
}
