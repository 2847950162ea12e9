package firstline.persistence.refusal;

import java.util.List;

/**
 * A rule says no. Carries a code and its arguments, never a sentence: the sentence stands in the
 * bundles of both languages under {@code refusal.<code>}.
 */
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<Object> arguments;

  public Refusal(String code, Object... arguments) {
    super(code);
    this.code = code;
    this.arguments = List.of(arguments);
  }

  /** The code, such as {@code review.own-work}. */
  public String code() {
    return code;
  }

  /** Arguments of the sentence, in the order of its placeholders. */
  public List<Object> arguments() {
    return arguments;
  }
}
