package firstline.broadcast.schedule;

import firstline.broadcast.programme.ProgrammeChange;
import firstline.persistence.aggregate.Aggregates;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Review.Lane;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Schedules for writing, within the officer's scope; keeps content, places and history. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Schedules {
  @Inject private Aggregates aggregates;
  @Inject private Numbering numbering;
  @Inject private Reviews reviews;
  @Inject private Contents contents;
  @Inject private ProgrammeChange change;
  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected Schedules() {}

  /** For tests without a server. */
  public Schedules(
      Aggregates aggregates,
      Numbering numbering,
      Reviews reviews,
      Desk desk,
      ProgrammeChange change,
      Sql sql) {
    this.aggregates = aggregates;
    this.numbering = numbering;
    this.reviews = reviews;
    this.change = change;
    this.sql = sql;
    this.desk = desk;
    this.contents = new Contents(aggregates, desk, sql);
  }

  public Schedule at(UUID id, long version) {
    return aggregates.at(Schedule.class, id, version);
  }

  static Reviews.Subject subject(Schedule schedule) {
    return new Reviews.Subject(Schedule.subject(), schedule.id(), schedule.areaCode());
  }

  /** A new one with its content; the id. */
  @Requirement({"R36.1", "R36.5"})
  UUID add(Plan plan, String area, OfficerOnDuty officer, Instant now) {
    var id = insert(plan, area, officer, now, ScheduleState.DRAFT, null);
    step(id, new Schedule.Step("DRAFTED", ScheduleState.DRAFT, now, officer, ""));
    return id;
  }

  /**
   * Writes a schedule down with its content and places.
   *
   * @param ordered when it was put on the air by the word of one on duty; null for a draft
   */
  private UUID insert(
      Plan plan,
      String area,
      OfficerOnDuty officer,
      Instant now,
      ScheduleState state,
      @Nullable Instant ordered) {
    plan.checked();
    contents.requireScript(plan);
    var media = contents.media(plan);
    aggregates.requireInScope(area);
    var id = Ids.next();
    var item = Ids.next();
    sql.update(
        "insert into item (id, tone, language, text, text_kind) values (?, ?, ?, ?, ?)",
        item,
        plan.tone().name(),
        plan.language(),
        plan.text(),
        plan.textKind().name());
    contents.play(item, media);
    sql.update(
        """
        insert into schedule (id, version, area_code, department_id, department_name, number, title,
          item_id, state, writers, hash, drafted_at, submitted_at, approved_at, kind, level,
          dtstart, timezone, rrule, exdates, calendar, length, slot, tolerance, preemption, volume,
          repeats, pause, script_id)
        values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        with(
            plan,
            id,
            area,
            officer.departmentId(),
            officer.departmentName(),
            numbering.next("schedule", "B-", 4, 1).get(0),
            plan.title(),
            item,
            state.name(),
            officer.id().toString(),
            plan.hash(),
            now,
            ordered,
            ordered));
    contents.targets(id, plan);
    return id;
  }

  /** An emergency or a live page, on from now; its review waits for somebody else. */
  @Requirement({"R39.1", "R39.2", "R48.1"})
  public UUID order(Plan plan, String area, OfficerOnDuty officer, Instant now) {
    return order(
        plan, area, new Schedule.Step("ORDERED", ScheduleState.APPROVED, now, officer, ""));
  }

  /**
   * The same without a hand: by the word that the writer of the rule of this number gave before.
   */
  @Requirement("R51.5")
  public UUID orderByRule(Plan plan, String area, OfficerOnDuty writer, long rule, Instant now) {
    return order(
        plan,
        area,
        new Schedule.Step("BY_RULE", ScheduleState.APPROVED, now, writer, Long.toString(rule)));
  }

  private UUID order(Plan plan, String area, Schedule.Step step) {
    if (!plan.kind().isOrdered()) {
      throw new IllegalArgumentException("only what is urgent is ordered without a review");
    }
    var officer = step.officer();
    var id = insert(plan, area, officer, step.at(), ScheduleState.APPROVED, step.at());
    step(id, step);
    reviews.submit(
        new Reviews.Subject(Schedule.subject(), id, area),
        plan.hash(),
        Lane.NORMAL,
        1,
        Set.of(officer.id()));
    change.note();
    return id;
  }

  /**
   * Refuses a schedule whose script is recalled.
   *
   * @throws Refusal {@code schedule.recalled}
   */
  @Requirement("R37.2")
  void requireStanding(Schedule schedule) {
    sql.first(
            """
            select 1 from schedule s join script c on c.id = s.script_id
            where s.id = ? and c.recalled_at is not null
            """,
            row -> row.integer(1),
            schedule.id())
        .ifPresent(
            recalled -> {
              throw new Refusal("schedule.recalled");
            });
  }

  /** Everything that reads the script is off the air, without anybody's hand. */
  @Requirement("R37.2")
  public void recall(UUID script, String why, Instant now) {
    sql.list(
            "select id from schedule where script_id = ? and state = 'APPROVED'",
            row -> row.id(1),
            script)
        .forEach(id -> takeOff(id, "RECALLED", why, now));
  }

  /**
   * Takes an approved schedule off the air without an officer's hand.
   *
   * @param verb of the step in its history
   */
  @Requirement({"R37.2", "R34.15"})
  public void takeOff(UUID id, String verb, String why, Instant now) {
    sql.update(
        """
        update schedule set state = 'WITHDRAWN', version = version + 1, withdrawn_at = ?
        where id = ? and state = 'APPROVED'
        """,
        now,
        id);
    sql.update(
        """
        insert into schedule_step (id, schedule_id, verb, state, at, officer_name, department_name,
          reason) values (?, ?, ?, 'WITHDRAWN', ?, '', '', ?)
        """,
        Ids.next(),
        id,
        verb,
        now,
        why);
    silence(id, now);
    change.note();
  }

  /** What was ordered is over before its time; it stays approved, and waits for its review. */
  @Requirement("R48.4")
  public void end(UUID id, Instant now) {
    sql.update("update schedule set version = version + 1 where id = ? and state = 'APPROVED'", id);
    silence(id, now);
    change.note();
  }

  /** Off the air: in the history, in the occurrences, and in the programmes. */
  @Requirement("R36.3")
  public void withdraw(Schedule schedule, String reason, OfficerOnDuty officer, Instant now) {
    schedule.withdraw(reason, officer, now);
    keep(schedule);
    silence(schedule.id(), now);
    change.note();
  }

  /** The content of a schedule that is written anew. */
  @Requirement("R36.1")
  void rewrite(Schedule schedule, Plan plan) {
    plan.checked();
    contents.requireScript(plan);
    var media = contents.media(plan);
    aggregates.flush();
    sql.update(
        """
        update item set tone = ?, language = ?, text = ?, text_kind = ?
        where id = (select item_id from schedule where id = ?)
        """,
        plan.tone().name(),
        plan.language(),
        plan.text(),
        plan.textKind().name(),
        schedule.id());
    var item =
        sql.one("select item_id from schedule where id = ?", row -> row.id(1), schedule.id());
    sql.update("delete from item_media where item_id = ?", item);
    contents.play(item, media);
    sql.update(
        """
        with one as (select ?::uuid as id)
        update schedule s set (kind, level, dtstart, timezone, rrule, exdates, calendar, length,
            slot, tolerance, preemption, volume, repeats, pause, script_id)
          = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid)
        from one where s.id = one.id
        """,
        with(plan, schedule.id()));
    sql.update("delete from schedule_target where schedule_id = ?", schedule.id());
    contents.targets(schedule.id(), plan);
  }

  /** The values, then those of the content, in the order of its columns. */
  private static @Nullable Object[] with(Plan plan, @Nullable Object... values) {
    var content =
        new @Nullable Object[] {
          plan.kind().name(),
          plan.level(),
          Objects.requireNonNullElse(plan.when().dtstart(), ""),
          timezone(plan),
          Objects.requireNonNullElse(plan.when().rrule(), ""),
          exdates(plan),
          calendar(plan),
          plan.once().toMillis(),
          plan.slot().toMillis(),
          plan.tolerance().toMillis(),
          plan.preemption().name(),
          plan.volume(),
          plan.repeats(),
          plan.pause().toMillis(),
          plan.script()
        };
    var all = Arrays.copyOf(values, values.length + content.length);
    System.arraycopy(content, 0, all, values.length, content.length);
    return all;
  }

  private static String timezone(Plan plan) {
    var typed = Objects.requireNonNullElse(plan.when().timezone(), "");
    return typed.isBlank() ? Clocks.ZONE.getId() : typed;
  }

  private static String exdates(Plan plan) {
    var days = plan.when().exdates();
    return days == null ? "" : String.join("\n", days);
  }

  private static String calendar(Plan plan) {
    var typed = Objects.requireNonNullElse(plan.when().calendar(), "");
    return typed.isBlank() ? "ALL" : typed;
  }

  /** Writes the change and its steps; call it at the end of every use case. */
  @Requirement("R36.5")
  void keep(Schedule schedule) {
    aggregates.flush();
    for (var step : schedule.takeSteps()) {
      step(schedule.id(), step);
    }
  }

  /** What a schedule lost stands in its history too. */
  @Requirement("R36.5")
  void tell(Replacements.Taken taken, OfficerOnDuty officer, Instant now) {
    step(
        taken.original(),
        new Schedule.Step(taken.verb(), ScheduleState.APPROVED, now, officer, taken.why()));
  }

  private void step(UUID id, Schedule.Step step) {
    sql.update(
        """
        insert into schedule_step (id, schedule_id, verb, state, at, officer_id, officer_name,
          department_name, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        id,
        step.verb(),
        step.state().name(),
        step.at(),
        step.officer().id(),
        desk.nameInHistory(step.officer()),
        step.officer().departmentName(),
        step.reason());
  }

  /** No play of it may begin or go on. */
  private int silence(UUID schedule, Instant now) {
    return sql.update(
        """
        update occurrence o set withdrawn_at = ? from schedule s
        where o.schedule_id = ? and s.id = o.schedule_id and o.withdrawn_at is null
          and o.start + s.slot * interval '1 millisecond' > ?
        """,
        now,
        schedule,
        now);
  }
}
