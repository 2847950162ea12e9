package firstline.testkit.architecture;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** On a fixture: the rules that turn red by it, and no others. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Breaks {
  String[] value();
}
