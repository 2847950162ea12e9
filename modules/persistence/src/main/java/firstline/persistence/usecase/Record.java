package firstline.persistence.usecase;

import firstline.persistence.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;

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

  void success(Entry entry, Object result) {
    transactions.flush();
  }

  void refused(Entry entry, Refusal refusal) {}

  void failed(Entry entry, Exception failure) {}
}
