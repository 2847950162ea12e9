package firstline.console.signin;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** The code of the second factor, after the password was right. */
@ApplicationScoped
public class SecondFactor {
  public record Command(@NotNull UUID id, @NotNull @Size(max = 12) String code) {
    @Override
    public String toString() {
      return "Command[id=" + id + "]";
    }
  }

  /** Sets the factor up: the secret that was shown, and a first code that proves it arrived. */
  public record Enrolment(
      @NotNull UUID id, @NotNull byte[] secret, @NotNull @Size(max = 12) String code) {
    @Override
    public String toString() {
      return "Enrolment[id=" + id + "]";
    }
  }

  private record Factor(byte[] secret, long lastStep) {}

  @Inject private Sql sql;
  @Inject private Throttle throttle;
  @Inject private Clock clock;

  /** Throws {@code sign-in.code} if the code is wrong, old or was used. */
  @Allows(right = Rights.EVERYONE)
  public void check(@Valid Command command) {
    throttle.require("code " + command.id(), 5, Duration.ofMinutes(5));
    var factor =
        sql.one(
            "select totp_secret, totp_last_step from officer"
                + " where id = ? and totp_secret is not null and active",
            row -> new Factor(Sealed.open(row.bytes(1)), row.number(2)),
            command.id());
    accept(command.id(), factor, command.code());
  }

  /** Throws {@code sign-in.code} if the code does not fit the secret. */
  @Allows(right = Rights.EVERYONE)
  public void enrol(@Valid Enrolment enrolment) {
    throttle.require("code " + enrolment.id(), 5, Duration.ofMinutes(5));
    var changed =
        sql.update(
            "update officer set totp_secret = ?, version = version + 1"
                + " where id = ? and totp_secret is null and active",
            Sealed.seal(enrolment.secret()),
            enrolment.id());
    if (changed == 0) {
      throw new Refusal("sign-in.code");
    }
    accept(enrolment.id(), new Factor(enrolment.secret(), 0), enrolment.code());
  }

  private void accept(UUID officer, Factor factor, String code) {
    var step = Totp.accept(factor.secret(), code, clock.instant(), factor.lastStep());
    var used =
        step.isPresent()
            && sql.update(
                    "update officer set totp_last_step = ? where id = ? and totp_last_step < ?",
                    step.getAsLong(),
                    officer,
                    step.getAsLong())
                == 1;
    if (!used) {
      throw new Refusal("sign-in.code");
    }
  }
}
