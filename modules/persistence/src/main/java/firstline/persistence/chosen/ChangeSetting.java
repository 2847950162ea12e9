package firstline.persistence.chosen;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.function.Consumer;

/** Changes one setting, for the whole installation; what was before stays in its journal. */
@ApplicationScoped
public class ChangeSetting {
  /**
   * A change.
   *
   * @param code the setting's key
   * @param version that the form was filled on; 0 if nobody has chosen before
   */
  public record Command(
      @NotBlank @Size(max = 80) String code,
      long version,
      @NotNull @Size(max = 200) String value,
      @NotBlank @Size(min = 1, max = 200) String reason) {}

  /** What was changed, for the words about it. */
  public record Done(Setting setting, String before, String after) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private SettingBook book;
  @Inject private Event<ChosenSettings.Changed> changed;

  private Consumer<ChosenSettings.Changed> told = event -> changed.fire(event);

  @SuppressWarnings("NullAway.Init")
  protected ChangeSetting() {}

  /** For tests without a server. */
  @SuppressWarnings("NullAway.Init")
  ChangeSetting(
      Sql sql, Desk desk, Clock clock, SettingBook book, Consumer<ChosenSettings.Changed> told) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
    this.book = book;
    this.told = told;
  }

  /**
   * Changes it.
   *
   * @throws NotFound if there is no such setting
   * @throws Refusal {@code right.missing} for whoever does not keep it for the whole installation,
   *     {@code setting.same}, {@code setting.number}, {@code setting.bounds}, {@code
   *     setting.choice}, {@code setting.hour}
   * @throws Conflict if somebody was faster
   */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement({"R112.1", "R112.3", "R112.4"})
  public Done change(@Valid Command command) {
    var setting = book.named(command.code());
    requireKeeper(setting.right());
    var value = command.value().strip();
    setting
        .problem(value)
        .ifPresent(
            problem -> {
              throw problem;
            });
    var before =
        sql.first("select value from setting where key = ?", row -> row.text(1), setting.key())
            .orElse(setting.standard());
    if (before.equals(value)) {
      throw new Refusal("setting.same");
    }
    write(setting.key(), command.version(), value);
    note(setting.key(), before, value, command.reason().strip());
    told.accept(new ChosenSettings.Changed(setting.key()));
    return new Done(setting, before, value);
  }

  /** It counts for everybody, so whoever holds the right in a part alone does not change it. */
  private void requireKeeper(String right) {
    var whole =
        sql.first(
            "select 1 from area where parent is null and path like any (?)",
            row -> row.integer(1),
            (Object) desk.officer().scope(right).patterns());
    if (whole.isEmpty()) {
      throw new Refusal("right.missing", right);
    }
  }

  private void write(String key, long version, String value) {
    var written =
        version == 0
            ? sql.update(
                "insert into setting (key, value, version) values (?, ?, 1)"
                    + " on conflict (key) do nothing",
                key,
                value)
            : sql.update(
                "update setting set value = ?, version = version + 1 where key = ? and version = ?",
                value,
                key,
                version);
    if (written == 0) {
      throw new Conflict();
    }
  }

  private void note(String key, String before, String after, String reason) {
    var officer = desk.officer();
    sql.update(
        """
        insert into setting_step (id, key, before, after, at, officer_id, officer_name,
          department_name, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        key,
        before,
        after,
        clock.instant(),
        officer.id(),
        officer.name(),
        officer.departmentName(),
        reason);
  }
}
