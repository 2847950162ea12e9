package firstline.speaker.programme;

/** What came is not taken; the code goes to the server as a fault. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why it is not. */
  public enum Code {
    BAD_SIGNATURE,
    OTHER_AUDIENCE,
    OTHER_SERIAL,
    REPLAY,
    MALFORMED
  }

  private final Code code;

  public Refused(Code code, String detail) {
    super(detail);
    this.code = code;
  }

  public Code code() {
    return code;
  }

  /** What exactly is wrong: a member, a revision. */
  public String detail() {
    var message = getMessage();
    return message == null ? "" : message;
  }
}
