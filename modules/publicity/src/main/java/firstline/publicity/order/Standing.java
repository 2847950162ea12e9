package firstline.publicity.order;

import org.jspecify.annotations.Nullable;

/**
 * What has become of an order, counted from its facts.
 *
 * @param granted null while nobody has decided
 * @param valid true while its version may go out
 */
public record Standing(
    long asked,
    @Nullable Long granted,
    boolean declined,
    boolean closed,
    boolean valid,
    long sent,
    long received,
    long onTheWay) {

  /** Words: {@code order.state.<name>}. */
  public enum State {
    /** Waits for a decision. */
    OPEN,
    /** May be delivered. */
    APPROVED,
    DECLINED,
    /** Some of it came. */
    PART,
    DELIVERED,
    /** Nothing more goes: somebody closed it, or its version may not go out any more. */
    CLOSED
  }

  public State state() {
    if (declined) {
      return State.DECLINED;
    }
    if (granted != null && received >= granted) {
      return State.DELIVERED;
    }
    if (closed || !valid) {
      return State.CLOSED;
    }
    if (granted == null) {
      return State.OPEN;
    }
    return received > 0 ? State.PART : State.APPROVED;
  }

  /** True while a decision is waited for. */
  public boolean isUndecided() {
    return state() == State.OPEN;
  }

  /** Copies that may still be sent. */
  public long open() {
    return granted == null || declined || closed || !valid
        ? 0
        : Math.max(0, granted - received - onTheWay);
  }

  /** Sent, and said not to have come. */
  public long missing() {
    return sent - received - onTheWay;
  }
}
