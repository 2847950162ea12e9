package firstline.persistence.usecase;

import firstline.persistence.audit.AuditLog;
import firstline.persistence.audit.AuditRow.Outcome;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a run of a use case on the audit record. */
@ApplicationScoped
class Record {
  /** What ran: names only, never the content of a command. */
  record Entry(String useCase, String right, String subject) {
    static Entry of(InvocationContext call, String right) {
      var type = call.getMethod().getDeclaringClass();
      return new Entry(
          type.getName().replaceFirst("^firstline\\.", "") + "." + call.getMethod().getName(),
          right,
          Subject.of(call.getParameters()));
    }
  }

  @Inject private Transactions transactions;
  @Inject private AuditLog log;
  @Inject private Desk desk;

  /** In the transaction of the work: no work without its row, no row without its work. */
  void success(Entry entry, @Nullable Object result) {
    transactions.flush();
    var subject =
        entry.subject().isEmpty() && result instanceof UUID id ? id.toString() : entry.subject();
    log.append(row(entry, subject, Outcome.SUCCESS, ""));
  }

  void refused(Entry entry, Refusal refusal) {
    alone(entry, Outcome.REFUSED, refusal.code());
  }

  void failed(Entry entry, Exception failure) {
    alone(entry, Outcome.FAILED, failure.getClass().getName());
  }

  private void alone(Entry entry, Outcome outcome, String detail) {
    transactions.alone(
        () -> {
          log.append(row(entry, entry.subject(), outcome, detail));
          return true;
        });
  }

  private AuditLog.Entry row(Entry entry, String subject, Outcome outcome, String detail) {
    var officer = desk.signedIn();
    var who =
        officer
            .map(one -> one.id().toString())
            .orElseGet(() -> desk.server().map(duty -> "server:" + duty).orElse("public"));
    return new AuditLog.Entry(
        who,
        officer.map(one -> one.name()).orElse(""),
        officer.map(one -> one.departmentName()).orElse(""),
        officer.map(one -> one.areaCode()).orElse(""),
        entry.useCase(),
        entry.right(),
        subject.substring(0, Math.min(200, subject.length())),
        outcome,
        detail.isEmpty() ? officer.map(one -> how(one, entry.right())).orElse("") : detail);
  }

  /** Through whose eyes, or for whom. */
  private static String how(OfficerOnDuty officer, String right) {
    if (officer.lookedAtBy() != null) {
      return "looked at by " + officer.lookedAtBy();
    }
    return officer.actsFor(right).stream()
        .map(absent -> "for " + absent.name() + " " + absent.officer())
        .collect(Collectors.joining(", "));
  }
}
