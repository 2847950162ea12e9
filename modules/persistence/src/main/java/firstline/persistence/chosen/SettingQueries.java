package firstline.persistence.chosen;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings, their journal and the places of the rest, for the administrators' page. */
@ApplicationScoped
public class SettingQueries {
  private static final int STEPS = 100;

  /**
   * A setting as it stands.
   *
   * @param version 0 if nobody has chosen
   * @param mine true if this administrator changes it
   */
  public record View(Setting setting, String value, long version, boolean mine) {}

  /** A change of the past. */
  public record Step(
      String key,
      String before,
      String after,
      Instant at,
      String officer,
      String department,
      String reason) {}

  private record Chosen(String value, long version) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private SettingBook book;
  @Inject @Any private Instance<SettingPlaceContribution> slices;

  @SuppressWarnings("NullAway.Init")
  protected SettingQueries() {}

  /** For tests without a server. */
  @SuppressWarnings("NullAway.Init")
  SettingQueries(Sql sql, Desk desk, SettingBook book) {
    this.sql = sql;
    this.desk = desk;
    this.book = book;
  }

  /** Every setting, in the order of the slices. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R112.1")
  public List<View> all() {
    requireAdministrator();
    Map<String, Chosen> chosen =
        sql
            .list(
                "select key, value, version from setting",
                row -> Map.entry(row.text(1), new Chosen(row.text(2), row.number(3))))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return book.all().stream()
        .map(
            setting -> {
              var one = chosen.getOrDefault(setting.key(), new Chosen(setting.standard(), 0));
              return new View(setting, one.value(), one.version(), desk.may(setting.right()));
            })
        .toList();
  }

  /** The last changes, newest first. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R112.3")
  public List<Step> steps() {
    requireAdministrator();
    return sql.list(
        """
        select key, before, after, at, officer_name, department_name, reason
        from setting_step order by at desc, id desc limit ?
        """,
        row ->
            new Step(
                row.text(1),
                row.text(2),
                row.text(3),
                row.instant(4),
                row.text(5),
                row.text(6),
                row.text(7)),
        STEPS);
  }

  /** Where the rest is kept. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<SettingPlaceContribution.Place> places() {
    requireAdministrator();
    return slices.stream().flatMap(slice -> slice.places().stream()).toList();
  }

  private void requireAdministrator() {
    if (!desk.may(Rights.ADMIN_SYSTEM)
        && !desk.may(Rights.ADMIN_SECURITY)
        && !desk.may(Rights.ADMIN_AUDIT)) {
      throw new Refusal("right.missing", Rights.ADMIN_SYSTEM);
    }
  }
}
