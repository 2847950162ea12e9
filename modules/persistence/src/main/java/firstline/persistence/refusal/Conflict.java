package firstline.persistence.refusal;

/** Somebody else was faster: the version that the officer saw is no longer the newest. */
public final class Conflict extends Refusal {
  private static final long serialVersionUID = 1L;

  public Conflict() {
    super("conflict");
  }
}
