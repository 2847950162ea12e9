package firstline.speaker.protocol;

/** What came is not what the protocol says; the message names the member. */
public final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  public Malformed(String member) {
    super(member);
  }

  public Malformed(String member, Throwable cause) {
    super(member, cause);
  }

  /** The member at fault. */
  public String member() {
    var message = getMessage();
    return message == null ? "" : message;
  }
}
