package firstline.persistence.job;

import firstline.persistence.refusal.Refusal;

/** How far a job is; what the work tells, and where it learns that nobody wants it any more. */
public final class Progress {
  /** For work that nobody watches. */
  public static Progress unseen() {
    return new Progress();
  }

  private volatile long done;
  private volatile long total;
  private volatile boolean cancelled;

  /**
   * Tells how far the work is.
   *
   * @param total 0 while it is unknown
   * @throws Refusal {@code job.cancelled} once it shall stop; what was done in the running use case
   *     is undone with its transaction
   */
  public void at(long done, long total) {
    if (cancelled) {
      throw new Refusal("job.cancelled");
    }
    this.done = done;
    this.total = total;
  }

  /** Asks the work to stop at its next step. */
  public void cancel() {
    cancelled = true;
  }

  long done() {
    return done;
  }

  long total() {
    return total;
  }
}
