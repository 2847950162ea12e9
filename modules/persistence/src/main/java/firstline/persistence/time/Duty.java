package firstline.persistence.time;

/** A piece of the server's own recurring work. */
public final class Duty {
  private static final System.Logger LOG = System.getLogger(Duty.class.getName());

  private Duty() {}

  /**
   * The work, made so that a failure is noted and waits for the next time: an executor drops a duty
   * that throws once, and the database may well be away for a minute.
   */
  public static Runnable of(String name, Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "the duty " + name + " failed", e);
      }
    };
  }
}
