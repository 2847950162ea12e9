package firstline.console.me;

import firstline.console.signin.PasswordPolicy;
import firstline.console.signin.Passwords;
import firstline.console.signin.Tokens;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;

/** Changes the officer's own password; whoever else uses the old one is signed out. */
@ApplicationScoped
public class ChangePassword {
  /**
   * The old password, the new one and the new one once more.
   *
   * @param session secret of the session in which this is done, which alone lives on
   */
  public record Command(
      @NotNull @Size(max = 200) String old,
      @NotNull @Size(max = 200) String password,
      @NotNull String again,
      @NotNull String session) {
    @Override
    public String toString() {
      return "Command[]";
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Passwords passwords;
  @Inject private PasswordPolicy policy;
  @Inject private Throttle throttle;
  @Inject private Clock clock;

  /** Refuses with {@code me.password.wrong} or {@code me.password.differs}. */
  @Allows(right = Rights.SIGNED_IN)
  public void change(@Valid Command command) {
    var officer = desk.officer();
    throttle.require("password " + officer.id(), 5, Duration.ofMinutes(15));
    var hash =
        sql.one("select password from officer where id = ?", row -> row.text(1), officer.id());
    if (!passwords.verify(command.old(), hash)) {
      throw new Refusal("me.password.wrong");
    }
    if (!command.password().equals(command.again())) {
      throw new Refusal("me.password.differs");
    }
    policy.require(command.password(), officer.username());
    policy.requireOther(command.password(), command.old());
    sql.update(
        "update officer set password = ?, password_at = ?, must_change = false,"
            + " version = version + 1 where id = ?",
        passwords.hash(command.password()),
        clock.instant(),
        officer.id());
    sql.update(
        "update officer_session set ended_at = ?"
            + " where officer_id = ? and ended_at is null and token_hash <> ?",
        clock.instant(),
        officer.id(),
        Tokens.hash(command.session()));
  }
}
