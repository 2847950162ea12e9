package firstline.broadcast.schedule;

import firstline.broadcast.programme.Kind;
import firstline.persistence.aggregate.Aggregate;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.OfficerOnDuty;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something to be heard at certain times in certain places.
 *
 * <p>DRAFT → REVIEW → APPROVED → WITHDRAWN; RETURNED with a reason, and edited again. What was
 * approved is never edited: another schedule takes its place. Its content lies beside it and is
 * known here by its hash.
 */
@Entity
@Table(name = "schedule")
public class Schedule extends Aggregate {
  /** One step of its life. */
  public record Step(
      String verb, ScheduleState state, Instant at, OfficerOnDuty officer, String reason) {}

  private String number;
  private String title;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "department_id")
  private UUID departmentId;

  @Column(name = "department_name")
  private String departmentName;

  @Enumerated(EnumType.STRING)
  private ScheduleState state = ScheduleState.DRAFT;

  private String writers = "";
  private String reviewers = "";
  private String hash;

  @Column(name = "drafted_at")
  private Instant draftedAt;

  @Column(name = "submitted_at")
  private @Nullable Instant submittedAt;

  @Column(name = "approved_at")
  private @Nullable Instant approvedAt;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @Transient private final List<Step> steps = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected Schedule() {}

  public static String subject() {
    return "schedule";
  }

  /** The content was written anew by the officer. */
  public void edit(Plan plan, OfficerOnDuty officer, Instant now) {
    require(state == ScheduleState.DRAFT || state == ScheduleState.RETURNED);
    requireKind(plan);
    this.title = plan.title();
    this.kind = plan.kind();
    this.hash = plan.hash();
    this.writers = with(writers, officer);
    this.state = ScheduleState.DRAFT;
    step("EDITED", now, officer, "");
  }

  /**
   * Refuses to make something real of a drill: that is planned anew, and never a click away.
   *
   * @throws Refusal {@code schedule.drill-kind}
   */
  @Requirement("R36.6")
  void requireKind(Plan plan) {
    if (kind == Kind.DRILL && plan.kind() != Kind.DRILL) {
      throw new Refusal("schedule.drill-kind", number);
    }
  }

  /** Hands it to a reviewer. */
  public void submit(OfficerOnDuty officer, Instant now) {
    require(state == ScheduleState.DRAFT);
    this.state = ScheduleState.REVIEW;
    this.submittedAt = now;
    step("SUBMITTED", now, officer, "");
  }

  /** It is on from now. */
  public void approve(OfficerOnDuty officer, Instant now) {
    require(state == ScheduleState.REVIEW);
    this.state = ScheduleState.APPROVED;
    this.approvedAt = now;
    this.reviewers = with(reviewers, officer);
    step("APPROVED", now, officer, "");
  }

  /** Somebody else has looked at what was ordered at once, and stands by it. */
  void confirm(OfficerOnDuty officer, Instant now) {
    require(kind.isOrdered() && state == ScheduleState.APPROVED && reviewers.isEmpty());
    this.reviewers = with(reviewers, officer);
    step("CONFIRMED", now, officer, "");
  }

  /**
   * Refuses what is no emergency.
   *
   * @throws Refusal {@code schedule.state}
   */
  public void requireEmergency() {
    require(kind == Kind.EMERGENCY);
  }

  /** Gives it back. */
  public void giveBack(String reason, OfficerOnDuty officer, Instant now) {
    require(state == ScheduleState.REVIEW);
    this.state = ScheduleState.RETURNED;
    this.reviewers = with(reviewers, officer);
    step("RETURNED", now, officer, reason);
  }

  /** It is off from now, for good. */
  public void withdraw(String reason, OfficerOnDuty officer, Instant now) {
    require(state == ScheduleState.APPROVED);
    if (reason.isBlank()) {
      throw new Refusal("schedule.reason");
    }
    this.state = ScheduleState.WITHDRAWN;
    this.withdrawnAt = now;
    step("WITHDRAWN", now, officer, reason);
  }

  private void require(boolean holds) {
    if (!holds) {
      throw new Refusal("schedule.state", number);
    }
  }

  private void step(String verb, Instant now, OfficerOnDuty officer, String reason) {
    steps.add(new Step(verb, state, now, officer, reason));
  }

  private static String with(String ids, OfficerOnDuty officer) {
    var all = new TreeSet<>(Arrays.asList(ids.split(" ")));
    all.add(officer.id().toString());
    all.remove("");
    return String.join(" ", all);
  }

  /** Everybody who wrote in it. */
  public Set<UUID> writers() {
    return Arrays.stream(writers.split(" "))
        .filter(id -> !id.isEmpty())
        .map(UUID::fromString)
        .collect(Collectors.toSet());
  }

  public String number() {
    return number;
  }

  public String title() {
    return title;
  }

  public String hash() {
    return hash;
  }

  public ScheduleState state() {
    return state;
  }

  public String departmentName() {
    return departmentName;
  }

  public UUID departmentId() {
    return departmentId;
  }

  public String reviewers() {
    return reviewers;
  }

  public Instant draftedAt() {
    return draftedAt;
  }

  public @Nullable Instant submittedAt() {
    return submittedAt;
  }

  public @Nullable Instant approvedAt() {
    return approvedAt;
  }

  public @Nullable Instant withdrawnAt() {
    return withdrawnAt;
  }

  List<Step> takeSteps() {
    var taken = List.copyOf(steps);
    steps.clear();
    return taken;
  }
}
