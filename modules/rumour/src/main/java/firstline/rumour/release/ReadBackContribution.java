package firstline.rumour.release;

import java.util.Optional;
import java.util.Set;

/**
 * Tells what one of the server's own channels really shows, asked by the very query that serves it:
 * the public slice knows, and this one must not remember.
 */
public interface ReadBackContribution {
  /**
   * What is shown.
   *
   * @param address where anybody can see it
   */
  record Shown(int ordinal, boolean withdrawn, String fact, String verdict, String address) {}

  Set<Channel> channels();

  /** What the channel shows of the rebuttal with this number; empty for nothing. */
  Optional<Shown> shown(Channel channel, String number);
}
