package firstline.rumour.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.refusal.Refusal;
import firstline.rumour.rumour.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.function.Executable;

/** Texts that went out, for tests. */
final class Released {
  static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
  static final Actor HE =
      new Actor(
          UUID.fromString("00000000-0000-7000-8000-00000000bb01"),
          "何秀兰",
          UUID.fromString("00000000-0000-7000-8000-00000000aa01"),
          "宣传部");
  static final UUID REBUTTAL = UUID.fromString("00000000-0000-7000-8000-00000000cc01");

  private Released() {}

  static ApprovedText text(int ordinal) {
    return text(ordinal, "a");
  }

  static ApprovedText text(int ordinal, String hash) {
    return new ApprovedText(
        REBUTTAL, "970000000000", "2026-0007", ordinal, (hash + ordinal).repeat(32));
  }

  /** The first version, out on the server's channels and ordered to these. */
  static Circulation out(Channel... channels) {
    var circulation = new Circulation(List.of());
    circulation.order(text(1), Set.of(channels), NOW, HE, NOW);
    circulation.out(text(1), HE, NOW);
    return circulation;
  }

  /** The second one, out after it. */
  static void correct(Circulation circulation, Instant now) {
    circulation.order(text(2), Set.of(), now, HE, now);
    circulation.out(text(2), HE, now);
  }

  static Release on(Circulation circulation, Channel channel, int ordinal) {
    return circulation.releases().stream()
        .filter(one -> one.channel() == channel && one.ordinal() == ordinal)
        .filter(one -> one.state() != ReleaseState.CANCELLED)
        .findFirst()
        .orElseThrow();
  }

  static Receipt at(String url) {
    return new Receipt(url, NOW, "", null, null);
  }

  static void confirm(Circulation circulation, Channel channel, int ordinal, Instant now) {
    var release = on(circulation, channel, ordinal);
    if (release.state() == ReleaseState.QUEUED) {
      circulation.handOver(release.id(), HE, now);
    }
    circulation.confirm(release.id(), at("https://example.org/" + channel), HE, now);
  }

  static void refused(String code, Executable action) {
    assertEquals(code, assertThrows(Refusal.class, action).code());
  }
}
