package firstline.persistence.usecase;

import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.Invalid;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Around every use case, in this order: is the right held; is the command well-formed; does the
 * officer only look; then the transaction with the work and its audit row in it. A refusal and a
 * failure leave an audit row as well, in a transaction of their own, since the work's was undone.
 */
@Interceptor
@Allows
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class UseCaseBoundary implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Desk desk;
  @Inject private transient Validator validator;
  @Inject private transient Transactions transactions;
  @Inject private transient Record record;

  @AroundInvoke
  Object run(InvocationContext call) throws Exception {
    var allows = allows(call);
    if (allows.right().equals(Rights.WITHIN)) {
      check(allows);
      validate(call);
      return call.proceed();
    }
    if (allows.reads()) {
      return read(call, allows);
    }
    var entry = Record.Entry.of(call, allows.right());
    if (transactions.running()) {
      return part(call, allows, entry);
    }
    try {
      check(allows);
      desk.signedIn()
          .filter(officer -> officer.lookedAtBy() != null)
          .ifPresent(
              officer -> {
                throw new Refusal("desk.only-looking");
              });
      validate(call);
      return transactions.run(
          () -> {
            desk.begin(allows.right());
            try {
              var result = call.proceed();
              success(allows, entry, result);
              return result;
            } finally {
              desk.end();
            }
          });
    } catch (Refusal refusal) {
      record.refused(entry, refusal);
      throw refusal;
    } catch (RollbackException | OptimisticLockException e) {
      if (e instanceof OptimisticLockException || e.getCause() instanceof OptimisticLockException) {
        var conflict = new Conflict();
        record.refused(entry, conflict);
        throw conflict;
      }
      record.failed(entry, e);
      throw new IllegalStateException("the transaction did not commit", e);
    } catch (Exception e) {
      record.failed(entry, e);
      throw e;
    }
  }

  /**
   * A use case that another one calls. Its refusal or failure is the other's, which records it
   * after its transaction is undone: recording it here would wait for the lock that the other one
   * holds.
   */
  private Object part(InvocationContext call, Allows allows, Record.Entry entry) throws Exception {
    check(allows);
    validate(call);
    desk.begin(allows.right());
    try {
      var result = call.proceed();
      success(allows, entry, result);
      return result;
    } finally {
      desk.end();
    }
  }

  private void success(Allows allows, Record.Entry entry, @Nullable Object result) {
    if (!allows.ownRecord()) {
      record.success(entry, result);
    }
  }

  private Object read(InvocationContext call, Allows allows) throws Exception {
    check(allows);
    validate(call);
    desk.begin(allows.right());
    try {
      return call.proceed();
    } finally {
      desk.end();
    }
  }

  private void check(Allows allows) {
    if (allows.right().isEmpty()) {
      throw new IllegalStateException("a use case without a declared right");
    }
    if (!desk.may(allows.right())) {
      if (desk.signedIn().isEmpty() && !allows.right().equals(Rights.SYSTEM)) {
        throw new Refusal("sign-in.required");
      }
      throw new Refusal("right.missing", allows.right());
    }
  }

  private void validate(InvocationContext call) {
    var violations =
        validator
            .forExecutables()
            .validateParameters(call.getTarget(), call.getMethod(), call.getParameters());
    if (!violations.isEmpty()) {
      throw new Invalid(
          violations.stream().map(UseCaseBoundary::violation).sorted(BY_FIELD).toList());
    }
  }

  private static final java.util.Comparator<Invalid.Violation> BY_FIELD =
      java.util.Comparator.comparing(Invalid.Violation::field);

  private static Invalid.Violation violation(ConstraintViolation<?> violation) {
    var field = "";
    for (Path.Node node : violation.getPropertyPath()) {
      field = node.getName() == null ? field : node.getName();
    }
    var descriptor = violation.getConstraintDescriptor();
    Map<String, Object> limits = new HashMap<>();
    for (var name : List.of("min", "max", "value", "regexp")) {
      var value = descriptor.getAttributes().get(name);
      if (value != null) {
        limits.put(name, value);
      }
    }
    return new Invalid.Violation(
        field, descriptor.getAnnotation().annotationType().getSimpleName(), limits);
  }

  private static Allows allows(InvocationContext call) {
    var onMethod = call.getMethod().getAnnotation(Allows.class);
    if (onMethod != null) {
      return onMethod;
    }
    var onClass = call.getMethod().getDeclaringClass().getAnnotation(Allows.class);
    // A method that an interface brings along is the bean's all the same.
    return onClass != null ? onClass : call.getTarget().getClass().getAnnotation(Allows.class);
  }
}
