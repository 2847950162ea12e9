package firstline.persistence.refusal;

/** There is no such thing, or the officer's scope does not reach it: a stranger learns no more. */
public final class NotFound extends Refusal {
  private static final long serialVersionUID = 1L;

  public NotFound() {
    super("not-found");
  }
}
