package firstline.persistence.right;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the right that a use case needs. One interceptor reads it: it checks the right,
 * validates the command, opens the transaction and writes the audit row. A use case without it
 * fails the architecture test.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allows {
  /**
   * Key of the right, such as {@code rumour.publish}; {@link Rights#SIGNED_IN} for any officer,
   * {@link Rights#EVERYONE} for the public.
   */
  @Nonbinding
  String right() default "";

  /** True for a use case that only reads: no transaction of its own, no audit row. */
  @Nonbinding
  boolean reads() default false;

  /**
   * True for a use case whose rows are a record by themselves (receipts in their hash chain), or of
   * nothing that counts yet (what is being typed), many times a minute: it writes in a transaction,
   * and only a refusal or a failure leaves an audit row.
   */
  @Nonbinding
  boolean ownRecord() default false;
}
