package firstline.rumour.release;

import java.util.Arrays;
import java.util.List;

/** A way to the public. Words: {@code rumour.channel.<name>}. */
public enum Channel {
  WEB(Way.SERVER),
  FEED(Way.SERVER),
  CLAIM_REVIEW(Way.SERVER),
  WECHAT(Way.ON_LINE),
  WEIBO(Way.ON_LINE),
  LOUDSPEAKER(Way.OFF_LINE),
  POSTER(Way.OFF_LINE),
  PRESS(Way.OFF_LINE);

  private enum Way {
    SERVER,
    ON_LINE,
    OFF_LINE
  }

  /** The server's own: every text goes there. */
  public static final List<Channel> AUTOMATIC =
      Arrays.stream(values()).filter(Channel::automatic).toList();

  /** What an officer carries out and brings the receipt of. */
  public static final List<Channel> BY_HAND =
      Arrays.stream(values()).filter(channel -> !channel.automatic()).toList();

  private final Way way;

  Channel(Way way) {
    this.way = way;
  }

  /** True if the server itself carries it there and sees whether it arrived. */
  public boolean automatic() {
    return way == Way.SERVER;
  }

  /** True where a text has an address: a receipt there is the address or a picture of it. */
  public boolean onLine() {
    return way != Way.OFF_LINE;
  }
}
