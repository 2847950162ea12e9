package firstline.speaker.fleet;

import firstline.speaker.network.Conversation;
import firstline.speaker.terminal.Terminal;
import java.net.http.HttpClient;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One simulated speaker: its disk and its clock outlive its process. */
final class Member {
  final String serial;
  final String code;
  final FaultyDisk disk;
  final Illness illness;
  final HttpClient http;

  /** How far its machine's clock is from the true one. */
  final AtomicLong wallOffset = new AtomicLong();

  private String last = "";
  private @Nullable Terminal terminal;
  private @Nullable Conversation conversation;

  Member(String serial, String code, FaultyDisk disk, Illness illness, HttpClient http) {
    this.serial = serial;
    this.code = code;
    this.disk = disk;
    this.illness = illness;
    this.http = http;
  }

  /** Whether it is another play than the last one that began. */
  synchronized boolean begins(String play) {
    boolean other = !play.equals(last);
    last = play;
    return other;
  }

  synchronized void on(Terminal terminal, Conversation conversation) {
    this.terminal = terminal;
    this.conversation = conversation;
  }

  /** The process dies: nothing is written any more. */
  synchronized void kill() {
    if (conversation != null) {
      conversation.close();
    }
  }

  synchronized @Nullable Terminal terminal() {
    return terminal;
  }
}
