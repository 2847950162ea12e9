package firstline.broadcast.ebm;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A packet between platforms (应急广播数据包).
 *
 * @param id 41 digits: 01 for a heartbeat and 10 for all else, the source's 23, a number of 16
 * @param destination for whom, if it says so
 * @param time to the second; written in China's zone
 * @param related id of the packet to which this one answers, or empty
 */
public record Ebd(
    String id,
    ResourceId source,
    @Nullable ResourceId destination,
    Instant time,
    String related,
    Body body) {

  /** What is in it. */
  public sealed interface Body permits Message, Reply, PlayState, StateQuery, Heartbeat {}

  /** That the line stands (ConnectionCheck). */
  public record Heartbeat(Instant time) implements Body {}

  /** What became of a packet (EBDResponse). */
  public record Reply(Result result, String description) implements Body {}

  /** What became of a message's broadcast, asked (EBMStateRequest). */
  public record StateQuery(MessageId message) implements Body {}

  /** The same, answered (EBMStateResponse). */
  public record PlayState(
      Instant time, MessageId message, State state, String description, List<String> areas)
      implements Body {
    public PlayState {
      areas = List.copyOf(areas);
    }
  }

  /**
   * A message to be broadcast, or the end of one (EBM).
   *
   * @param related the message that is cancelled, if one is
   * @param eventType code of the event, such as 11B03
   * @param severity 1 red to 4 blue
   * @param language ISO 639-2, such as {@code zho}
   * @param areas 12-digit codes
   */
  public record Message(
      MessageId id,
      @Nullable MessageId related,
      Type type,
      String senderName,
      String senderCode,
      Instant sent,
      String eventType,
      int severity,
      Instant start,
      Instant end,
      String language,
      String title,
      String text,
      List<String> areas,
      List<Auxiliary> auxiliaries)
      implements Body {
    public Message {
      areas = List.copyOf(areas);
      auxiliaries = List.copyOf(auxiliaries);
    }
  }

  /** A file beside the message: 1 text, 2 sound, as its maker numbers it; its name; its bytes. */
  public record Auxiliary(int type, String description, long size) {}

  /** MsgType 1 to 5. Only the first is real. */
  public enum Type {
    BROADCAST,
    CANCEL,
    PLATFORM_DRILL,
    STATION_DRILL,
    SPEAKER_DRILL
  }

  /** ResultCode 0 to 5. */
  public enum Result {
    NOT_PROCESSED,
    ACCEPTED,
    UNREADABLE,
    INCOMPLETE,
    BAD_SIGNATURE,
    OTHER_ERROR
  }

  /** BrdStateCode 0 to 5. */
  public enum State {
    NOT_PROCESSED,
    WAITING,
    PLAYING,
    SUCCEEDED,
    FAILED,
    CANCELLED
  }
}
