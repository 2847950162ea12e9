package firstline.persistence.setting;

import org.jspecify.annotations.Nullable;

/** The server cannot start; the message is one sentence, English / Chinese, for the launcher. */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(CannotStart.class.getName());

  public CannotStart(String english, String chinese) {
    this(english, chinese, null);
  }

  public CannotStart(String english, String chinese, @Nullable Throwable cause) {
    super("FIRSTLINE cannot start: " + english + " / " + chinese, cause);
    // Logged here and not where it is caught: the server's deployer swallows the message.
    LOG.log(System.Logger.Level.ERROR, getMessage());
  }
}
