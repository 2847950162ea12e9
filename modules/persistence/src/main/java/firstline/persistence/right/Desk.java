package firstline.persistence.right;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who works in this request, and with which right at this moment. Empty unless sign-in put an
 * officer here; the public and the server itself sit here without one.
 */
@RequestScoped
public class Desk {
  private @Nullable OfficerOnDuty officer;
  private @Nullable String server;
  private final Deque<String> running = new ArrayDeque<>();

  /** Called once a request, by sign-in. */
  public void seat(OfficerOnDuty seated) {
    this.officer = seated;
  }

  /** The server itself works, under the name of the duty. */
  public void seatServer(String duty) {
    this.server = duty;
  }

  /** The server's duty is over. */
  public void unseatServer() {
    this.server = null;
  }

  /**
   * The officer.
   *
   * @throws Refusal {@code sign-in.required} if nobody is signed in
   */
  public OfficerOnDuty officer() {
    if (officer == null) {
      throw new Refusal("sign-in.required");
    }
    return officer;
  }

  /** The officer, if somebody is signed in. */
  public Optional<OfficerOnDuty> signedIn() {
    return Optional.ofNullable(officer);
  }

  /**
   * The officer's name for the history of a record: with for whom, where the running use case's
   * right is held as a deputy. Everywhere else the officer's own name stands.
   */
  @Requirement("R123.1")
  public String nameInHistory() {
    return nameInHistory(officer());
  }

  /** The same of who acts: the officer at the desk, or another for whom the server works. */
  public String nameInHistory(OfficerOnDuty who) {
    var right = running.peek();
    return right == null || officer == null || !officer.id().equals(who.id())
        ? who.name()
        : officer.nameInHistory(right);
  }

  /** Name of the server's duty, if the server itself works. */
  public Optional<String> server() {
    return Optional.ofNullable(server);
  }

  /** True if the right is held anywhere; what a page asks before it shows a button. */
  public boolean may(String right) {
    return switch (right) {
      case Rights.EVERYONE -> true;
      case Rights.SIGNED_IN -> officer != null;
      case Rights.SYSTEM -> server != null;
      case Rights.WITHIN -> !running.isEmpty();
      default -> server != null || (officer != null && officer.holds(right));
    };
  }

  /** Where the right of the running use case is held; nowhere outside a use case. */
  public Scope scope() {
    var right = running.peek();
    if (right == null) {
      return Scope.NONE;
    }
    if (server != null) {
      return Scope.ALL;
    }
    return officer == null ? Scope.NONE : officer.scope(right);
  }

  /** For the interceptor: a use case begins. */
  public void begin(String right) {
    running.push(right);
  }

  /** For the interceptor: the use case that began last ends. */
  public void end() {
    running.pop();
  }
}
