package firstline.market.inspect;

import static firstline.market.MarketRights.INSPECT;

import firstline.market.clock.Moment;
import firstline.market.term.Begin;
import firstline.market.term.Terms;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a visit that an officer recorded, with or without a network. The inspection's row is
 * held: of two that tell the same at once, one comes after the other.
 */
@ApplicationScoped
public class RecordVisit {
  /** 程序规定 art. 18: from the day on which a breach was found. */
  static final String VERIFYING = "lead.verify";

  /** A phone's clock may go wrong by as much. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private static final Duration OLD = Duration.ofDays(60);

  /** The visit. */
  public record Command(@NotNull Visit visit) {}

  @Inject private Sql sql;
  @Inject private Inspections inspections;
  @Inject private Terms terms;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected RecordVisit() {}

  /** For tests without a server. */
  RecordVisit(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.inspections = new Inspections(sql, desk, clock);
    this.terms = new Terms(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Keeps the visit once. Told again it changes nothing.
   *
   * @throws NotFound if there is no such inspection in the scope
   * @throws Refusal {@code inspection.told-otherwise} if something else was told under its id;
   *     {@code inspection.when}, {@code inspection.answers}; {@code inspection.step.…}, {@code
   *     inspection.gate.…}
   */
  @Allows(right = INSPECT)
  @Requirement({"R90.5", "R90.7", "R90.8", "R90.12"})
  public void record(@Valid Command command) {
    var visit = command.visit();
    var held = inspections.locked(visit.inspection());
    var before =
        sql.first("select hash from inspection_visit where id = ?", row -> row.text(1), visit.id());
    if (before.isPresent()) {
      if (!before.get().equals(visit.hash())) {
        throw new Refusal("inspection.told-otherwise");
      }
      return;
    }
    check(held, visit);
    var from = held.state();
    if (from == InspectionState.ASSIGNED) {
      from = inspections.step(held, from, InspectionAction.ARRIVE, "");
    }
    var action =
        from == InspectionState.CORRECTION_ORDERED
            ? InspectionAction.RECHECK
            : InspectionAction.SUBMIT;
    inspections.step(held, from, action, visit.note());
    keep(visit);
    time(held, visit);
  }

  private void check(Inspections.Held held, Visit visit) {
    var now = clock.instant();
    var times =
        Stream.concat(
            Stream.of(visit.arrived(), visit.left()),
            visit.pictures().stream().map(Visit.Picture::taken));
    if (times.anyMatch(at -> at.isAfter(now.plus(AHEAD)) || at.isBefore(now.minus(OLD)))) {
      throw new Refusal("inspection.when");
    }
    var asked =
        sql.list(
            "select place from checklist_item where checklist_id = ? order by place",
            row -> row.integer(1),
            held.checklist());
    var answered = visit.answers().stream().map(Visit.Answer::place).sorted().toList();
    if (!answered.equals(asked)) {
      var open =
          asked.stream()
              .filter(place -> !answered.contains(place))
              .map(String::valueOf)
              .collect(Collectors.joining("、"));
      throw new Refusal("inspection.answers", open.isEmpty() ? "?" : open);
    }
  }

  private void keep(Visit visit) {
    sql.update(
        """
        insert into inspection_visit (id, inspection_id, place, officer_id, officer_name,
          arrived_at, left_at, told_at, present, unsigned_why, note, hash)
        values (?, ?, (select count(*) + 1 from inspection_visit v where v.inspection_id = ?), ?, ?,
          ?, ?, ?, ?, ?, ?, ?)
        """,
        visit.id(),
        visit.inspection(),
        visit.inspection(),
        desk.officer().id(),
        desk.officer().name(),
        visit.arrived(),
        visit.left(),
        clock.instant(),
        visit.present(),
        visit.unsigned(),
        visit.note(),
        visit.hash());
    List<@Nullable Object[]> answers = new ArrayList<>();
    for (var one : visit.answers()) {
      answers.add(new Object[] {visit.id(), one.place(), one.given().name(), one.note()});
    }
    sql.batch(
        "insert into inspection_answer (visit_id, place, answer, note) values (?, ?, ?, ?)",
        answers);
    List<@Nullable Object[]> pictures = new ArrayList<>();
    for (var one : visit.pictures()) {
      pictures.add(
          new @Nullable Object[] {
            one.id(),
            visit.id(),
            pictures.size() + 1,
            one.shows().name(),
            one.sha256(),
            one.taken(),
            one.latitude(),
            one.longitude()
          });
    }
    sql.batch(
        """
        insert into inspection_picture (id, visit_id, place, kind, sha256, taken_at, latitude,
          longitude)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        pictures);
  }

  /** What was found must be verified in time; a visit that finds nothing ends the term. */
  private void time(Inspections.Held held, Visit visit) {
    if (!visit.finds()) {
      terms.cancel(held.id(), VERIFYING);
    } else if (!terms.isOpen(held.id(), VERIFYING)) {
      terms.begin(
          new Begin(
              Begin.Kind.INSPECTION,
              held.id(),
              held.number(),
              "",
              held.department(),
              held.departmentName(),
              held.area(),
              VERIFYING,
              new Moment(LocalDate.ofInstant(visit.arrived(), Clocks.ZONE), visit.arrived())));
    }
  }

  /** Pictures of the visit that have not come. */
  @Allows(right = INSPECT, reads = true)
  @Requirement("R90.8")
  public List<UUID> missing(UUID visit) {
    return sql.list(
        """
        select p.id from inspection_picture p join inspection_visit v on v.id = p.visit_id
          left join inspection_picture_file f on f.picture_id = p.id
        where v.id = ? and v.officer_id = ? and f.picture_id is null order by p.place
        """,
        row -> row.id(1),
        visit,
        desk.officer().id());
  }
}
