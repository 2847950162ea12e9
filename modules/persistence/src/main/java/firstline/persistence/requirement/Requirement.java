package firstline.persistence.requirement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ties an operation and its test to the ids of a module's specification, which is its {@code
 * package-info.java} ("R3.2 when … shall …").
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requirement {
  /** Ids such as {@code R3.2}. */
  String[] value();
}
