package firstline.market.complaint;

import static firstline.market.MarketRights.HANDLE;
import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.INTAKE;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.util.List;

/**
 * The one table of what may happen to a complaint or tip-off, and by whom. Grounds: of rejecting
 * and of ending a mediation those of the Measures for Handling Complaints and Reports (SAMR order
 * 121, in force 15 April 2026), arts. 16 and 23; before that day arts. 15 and 21 of the Interim
 * Measures (order 20 of 2019), which lack the identity refused and the party gone.
 */
public final class Moves {
  /**
   * A line of the table.
   *
   * @param next the state afterwards; the same for what leaves it
   * @param grounds listed by law, of which one must be named; empty if none is asked for
   */
  public record Move(
      Kind kind, State from, Action action, String right, State next, List<String> grounds) {}

  private static final List<String> REJECTION =
      List.of(
          "OTHERS",
          "HANDLED",
          "NO_CONSUMER",
          "TOO_LATE",
          "NO_MATERIAL",
          "IDENTITY_REFUSED",
          "BY_LAW");
  private static final List<String> END =
      List.of(
          "WITHDRAWN",
          "NO_TEST",
          "ABSENT",
          "NO_AGREEMENT",
          "TIME",
          "NOT_ACCEPTABLE",
          "PARTY_GONE",
          "BY_LAW");
  private static final List<String> NO_CASE =
      List.of("SLIGHT", "FIRST_TIME", "NO_FAULT", "NO_BREACH", "BY_LAW");

  private static final List<Move> TABLE =
      List.of(
          complaint(State.RECEIVED, Action.ACCEPT, INTAKE, State.ACCEPTED),
          complaint(State.RECEIVED, Action.REQUEST_IDENTITY, INTAKE, State.IDENTITY_REQUESTED),
          complaint(State.RECEIVED, Action.ROUTE, INTAKE, State.RECEIVED),
          complaint(State.RECEIVED, Action.REJECT, INTAKE, State.REJECTED, REJECTION),
          complaint(State.IDENTITY_REQUESTED, Action.IDENTITY_GIVEN, INTAKE, State.RECEIVED),
          complaint(
              State.IDENTITY_REQUESTED,
              Action.REJECT,
              INTAKE,
              State.REJECTED,
              List.of("NO_MATERIAL", "IDENTITY_REFUSED")),
          complaint(State.ACCEPTED, Action.MEDIATE, HANDLE, State.MEDIATING),
          complaint(State.ACCEPTED, Action.TERMINATE, HANDLE, State.TERMINATED, END),
          complaint(State.MEDIATING, Action.SUSPEND_TEST, HANDLE, State.MEDIATING),
          complaint(State.MEDIATING, Action.RESUME_TEST, HANDLE, State.MEDIATING),
          complaint(State.MEDIATING, Action.AGREE, HANDLE, State.AGREED),
          complaint(State.MEDIATING, Action.TERMINATE, HANDLE, State.TERMINATED, END),
          complaint(State.AGREED, Action.INFORM, HANDLE, State.AGREED),
          complaint(State.TERMINATED, Action.INFORM, HANDLE, State.TERMINATED),
          lead(State.RECEIVED, Action.TRIAGE, INTAKE, State.TRIAGED),
          lead(State.RECEIVED, Action.MERGE, INTAKE, State.MERGED),
          lead(State.TRIAGED, Action.ROUTE, INTAKE, State.ROUTED),
          lead(State.ROUTED, Action.VERIFY, HANDLE, State.VERIFYING),
          lead(State.ROUTED, Action.RETURN, HANDLE, State.RETURNED),
          lead(State.RETURNED, Action.ROUTE, INTAKE, State.ROUTED),
          lead(State.VERIFYING, Action.FILE, HEAD, State.FILED),
          new Move(Kind.TIPOFF, State.VERIFYING, Action.NOT_FILE, HEAD, State.NOT_FILED, NO_CASE),
          lead(State.VERIFYING, Action.EXTEND, HEAD, State.VERIFYING),
          lead(State.VERIFYING, Action.SUSPEND_TEST, HANDLE, State.VERIFYING),
          lead(State.VERIFYING, Action.RESUME_TEST, HANDLE, State.VERIFYING),
          lead(State.VERIFYING, Action.TRANSFER, HEAD, State.TRANSFERRED),
          lead(State.VERIFYING, Action.REFER, HEAD, State.REFERRED),
          lead(State.FILED, Action.ANSWER, HANDLE, State.FILED),
          lead(State.NOT_FILED, Action.ANSWER, HANDLE, State.NOT_FILED));

  private Moves() {}

  private static Move complaint(State from, Action action, String right, State next) {
    return complaint(from, action, right, next, List.of());
  }

  private static Move complaint(
      State from, Action action, String right, State next, List<String> grounds) {
    return new Move(Kind.COMPLAINT, from, action, right, next, grounds);
  }

  private static Move lead(State from, Action action, String right, State next) {
    return new Move(Kind.TIPOFF, from, action, right, next, List.of());
  }

  /** What may happen in the state, by whomever. */
  public static List<Move> from(Kind kind, State state) {
    return TABLE.stream().filter(one -> one.kind() == kind && one.from() == state).toList();
  }

  /** Whose action it is, in whatever state. */
  static String rightOf(Action action) {
    return TABLE.stream()
        .filter(one -> one.action() == action)
        .map(Move::right)
        .findFirst()
        .orElseThrow();
  }

  /**
   * The move.
   *
   * @throws Refusal {@code complaint.not-now.<action>}, which names the article
   */
  @Requirement("R82.2")
  public static Move required(Kind kind, State state, Action action, String right) {
    return from(kind, state).stream()
        .filter(one -> one.action() == action && one.right().equals(right))
        .findFirst()
        .orElseThrow(() -> new Refusal("complaint.not-now." + action));
  }
}
