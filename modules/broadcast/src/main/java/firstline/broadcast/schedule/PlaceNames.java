package firstline.broadcast.schedule;

import static firstline.broadcast.BroadcastRights.DRAFT;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** Areas as a clerk names them: by code, by name, by name without what kind of area it is. */
@ApplicationScoped
public class PlaceNames {
  private record Found(String code, String name) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  /**
   * The code of the one area of the officer's that is called so.
   *
   * @throws Refusal {@code schedule.area} if there is none, {@code schedule.area-several} with
   *     their codes
   */
  @Allows(right = DRAFT, reads = true)
  @Requirement("R44.3")
  public String code(String called) {
    return find(called);
  }

  /** The same where a use case runs that the officer may: one on duty drafts nothing. */
  @Allows(right = Rights.WITHIN, reads = true)
  public String meant(String called) {
    return find(called);
  }

  private String find(String called) {
    if (called.matches("[0-9]{12}")) {
      return called;
    }
    var found =
        sql.list(
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
    var exact = found.stream().filter(one -> one.name().equals(called)).toList();
    var meant = exact.isEmpty() ? found : exact;
    if (meant.isEmpty()) {
      throw new Refusal("schedule.area", called);
    }
    if (meant.size() > 1) {
      throw new Refusal("schedule.area-several", called, codes(meant));
    }
    return meant.get(0).code();
  }

  private static String codes(List<Found> found) {
    return found.stream()
        .map(one -> one.name() + " " + one.code())
        .collect(Collectors.joining("、"));
  }

  /** The names of codes, each the code itself where the name alone would not find it. */
  @Allows(right = DRAFT, reads = true)
  @Requirement("R44.3")
  public String names(List<String> codes) {
    return sql
        .list(
            """
            select case when (select count(*) from area b
                where b.name = a.name and b.path like any (?)) = 1 then a.name else t.code end
            from unnest(?::text[]) with ordinality t (code, place)
              left join area a on a.code = t.code
            order by t.place
            """,
            row -> row.text(1),
            desk.scope().patterns(),
            codes.toArray(String[]::new))
        .stream()
        .collect(Collectors.joining(" "));
  }
}
