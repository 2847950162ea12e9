package firstline.console.signin;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.throttle.Throttle;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
  @Inject private Passwords passwords;
  @Inject private Desk desk;

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

  /**
   * Begins to set up the factor that the officer at the desk wants of their own will. Refuses with
   * {@code factor.set} if there is one.
   */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public UUID wanted() {
    var officer = desk.officer().id();
    var has =
        sql.first(
            "select 1 from officer where id = ? and totp_secret is not null",
            row -> row.integer(1),
            officer);
    if (has.isPresent()) {
      throw new Refusal("factor.set");
    }
    return officer;
  }

  /** What proves once more that the officer is who they are. */
  public record Removal(
      @NotNull @Size(max = 200) String password, @NotNull @Size(max = 12) String code) {
    @Override
    public String toString() {
      return "Removal";
    }
  }

  /**
   * Takes the factor away from the officer at the desk. Refuses with {@code factor.mandatory} for
   * administrators, {@code sign-in.failed} and {@code sign-in.code}.
   */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R20.6")
  public void remove(@Valid Removal removal) {
    var officer = desk.officer();
    if (List.of(Rights.ADMIN_SYSTEM, Rights.ADMIN_SECURITY, Rights.ADMIN_AUDIT).stream()
        .anyMatch(officer::holds)) {
      throw new Refusal("factor.mandatory");
    }
    throttle.require("code " + officer.id(), 5, Duration.ofMinutes(5));
    var password =
        sql.one("select password from officer where id = ?", row -> row.text(1), officer.id());
    if (!passwords.verify(removal.password(), password)) {
      throw new Refusal("sign-in.failed");
    }
    var factor =
        sql.one(
            "select totp_secret, totp_last_step from officer"
                + " where id = ? and totp_secret is not null",
            row -> new Factor(Sealed.open(row.bytes(1)), row.number(2)),
            officer.id());
    accept(officer.id(), factor, removal.code());
    sql.update(
        "update officer set totp_secret = null, totp_last_step = 0, version = version + 1"
            + " where id = ?",
        officer.id());
  }

  private void accept(UUID officer, Factor factor, String code) {
    var step =
        Totp.accept(
            factor.secret(),
            code,
            // Their telephone knows nothing of a demo whose time runs faster.
            Instant.ofEpochMilli(Clocks.millis()),
            factor.lastStep());
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
