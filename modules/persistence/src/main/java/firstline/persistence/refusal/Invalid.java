package firstline.persistence.refusal;

import java.util.List;
import java.util.Map;

/** The command does not have the form that it must have; one entry a field. */
public final class Invalid extends Refusal {
  private static final long serialVersionUID = 1L;

  /**
   * @param field name of the command's component, such as {@code title}
   * @param rule simple name of the constraint, such as {@code Size}; words: {@code invalid.<rule>}
   * @param limits the constraint's attributes, such as min and max
   */
  public record Violation(String field, String rule, Map<String, Object> limits) {}

  private final transient List<Violation> violations;

  public Invalid(List<Violation> violations) {
    super("invalid", violations.isEmpty() ? "" : violations.get(0).field());
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }
}
