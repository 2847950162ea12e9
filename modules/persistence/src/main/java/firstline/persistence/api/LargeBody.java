package firstline.persistence.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes a body larger than 1 MB, read as a stream: an import of up to 200 MB unless it says less.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LargeBody {
  /** The most that is taken; more is cut off while it comes in. */
  int megabytes() default 200;
}
