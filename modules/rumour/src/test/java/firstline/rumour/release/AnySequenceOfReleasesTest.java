package firstline.rumour.release;

import static firstline.rumour.release.Released.HE;
import static firstline.rumour.release.Released.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever officers and the server do in whatever order: nothing goes out that was not approved,
 * nothing is confirmed without a receipt, no clock is written twice, and nothing that carried an
 * old text is forgotten.
 */
class AnySequenceOfReleasesTest {
  private static final int SEQUENCES = 100_000;
  private static final int ACTIONS = 22;

  private static final Map<ReleaseState, Set<ReleaseState>> MAY_BECOME =
      Map.of(
          ReleaseState.QUEUED,
          EnumSet.of(
              ReleaseState.SENT,
              ReleaseState.CONFIRMED,
              ReleaseState.FAILED,
              ReleaseState.CANCELLED),
          ReleaseState.SENT,
          EnumSet.of(ReleaseState.CONFIRMED, ReleaseState.FAILED, ReleaseState.CORRECTION_DUE),
          ReleaseState.CONFIRMED,
          EnumSet.of(ReleaseState.CORRECTION_DUE),
          ReleaseState.FAILED,
          EnumSet.of(
              ReleaseState.QUEUED,
              ReleaseState.SENT,
              ReleaseState.CONFIRMED,
              ReleaseState.CORRECTION_DUE,
              ReleaseState.CANCELLED),
          ReleaseState.CORRECTION_DUE,
          EnumSet.of(ReleaseState.CORRECTED, ReleaseState.TAKEN_DOWN),
          ReleaseState.CORRECTED,
          Set.of(),
          ReleaseState.TAKEN_DOWN,
          Set.of(),
          ReleaseState.CANCELLED,
          Set.of());

  @Test
  @Requirement({"R3.5", "R3.6", "R3.8", "R3.10", "R3.11", "R3.12", "R3.18"})
  void nothingWrongGoesOutAndNothingOldIsForgotten() {
    for (var seed = 0; seed < SEQUENCES; seed++) {
      var city = new City(new Random(seed));
      for (var i = 0; i < ACTIONS; i++) {
        var before = city.standings();
        try {
          city.act();
        } catch (NotFound nothing) {
          // There was none to act on.
        } catch (Refusal refusal) {
          assertFalse(refusal.code().isEmpty());
        }
        city.check(before, seed);
      }
    }
  }

  /** One rebuttal: the text as its writers have it, the review, and where it went. */
  private static final class City {
    private final Random random;
    private Circulation circulation = new Circulation(List.of());
    private Instant now = Released.NOW;
    private int newest = 1;
    private int wording;
    private @Nullable String approved;
    private final Map<Integer, String> published = new HashMap<>();
    private boolean withdrawn;

    City(Random random) {
      this.random = random;
    }

    private ApprovedText current() {
      return text(newest, "w" + wording);
    }

    void act() {
      now = now.plusSeconds(1);
      switch (random.nextInt(17)) {
        case 0 -> edit();
        case 1, 2 -> approved = published.containsKey(newest) ? approved : current().hash();
        case 3, 4 -> order(now);
        case 5 -> order(now.plusSeconds(random.nextInt(4)));
        case 6, 7 -> tick();
        case 8 -> circulation.handOver(any(), HE, now);
        case 9, 10 -> circulation.confirm(any(), receipt(), HE, now);
        case 11 -> circulation.fail(any(), random.nextBoolean() ? "平台退回" : "", HE, now);
        case 12 -> circulation.retry(any(), HE, now);
        case 13 -> correct();
        case 14 ->
            circulation.corrected(
                any(), receipt(), text(shown(), published.getOrDefault(shown(), "")), HE, now);
        case 15 -> circulation.takenDown(any(), receipt(), HE, now);
        default -> rare();
      }
    }

    private void rare() {
      switch (random.nextInt(5)) {
        case 0 -> withdraw();
        case 1 -> circulation.revoke(newest, "撤销", HE, now);
        case 2 -> circulation.cancel(any(), "不发了", HE, now);
        case 3 -> any(() -> circulation.at(any()).fail("NOT_SHOWN", now, null, now));
        default ->
            circulation.further(
                text(shown(), published.getOrDefault(shown(), "")), channel(), HE, now);
      }
    }

    private void any(Runnable action) {
      if (!circulation.releases().isEmpty()) {
        action.run();
      }
    }

    private int shown() {
      return published.keySet().stream().mapToInt(Integer::intValue).max().orElse(1);
    }

    private static ApprovedText text(int ordinal, String hash) {
      return new ApprovedText(
          Released.REBUTTAL, "970000000000", "2026-0007", ordinal, hash(hash, ordinal));
    }

    private static String hash(String hash, int ordinal) {
      return hash.startsWith("w") ? "#" + hash + "." + ordinal : hash;
    }

    private void edit() {
      if (!published.containsKey(newest)) {
        wording++;
        approved = null;
      }
    }

    private void correct() {
      if (published.containsKey(newest) && !withdrawn) {
        newest++;
        wording++;
        approved = null;
      }
    }

    private void withdraw() {
      if (!published.isEmpty() && !withdrawn) {
        withdrawn = true;
        circulation.withdrawn(HE, now);
      }
    }

    private void order(Instant at) {
      if (approved == null || withdrawn) {
        return;
      }
      var chosen = EnumSet.noneOf(Channel.class);
      Channel.BY_HAND.stream().filter(channel -> random.nextInt(3) == 0).forEach(chosen::add);
      circulation.order(current(), chosen, at, HE, now);
      if (!at.isAfter(now)) {
        goOut();
      }
    }

    /** As the server does it: the review is asked again, and the text as it is now goes out. */
    private void tick() {
      for (var release : circulation.due(now)) {
        if (release.state() == ReleaseState.QUEUED) {
          var ready =
              Objects.equals(approved, current().hash())
                  && release.ordinal() == newest
                  && release.hash().equals(current().hash())
                  && !withdrawn;
          if (ready) {
            goOut();
          } else {
            circulation.failed(release.ordinal(), "review.not-submitted", now);
          }
          return;
        }
        if (release.state() == ReleaseState.CORRECTION_DUE) {
          circulation.takenDown(release.id(), Receipt.seenAt("https://a.org", now), null, now);
        } else {
          circulation.confirm(release.id(), Receipt.seenAt("https://a.org", now), null, now);
        }
      }
    }

    private void goOut() {
      circulation.out(current(), HE, now);
      published.put(newest, current().hash());
    }

    private UUID any() {
      var releases = circulation.releases();
      return releases.isEmpty()
          ? new UUID(0, 0)
          : releases.get(random.nextInt(releases.size())).id();
    }

    private Channel channel() {
      return Channel.values()[random.nextInt(Channel.values().length)];
    }

    private Receipt receipt() {
      return switch (random.nextInt(4)) {
        case 0 -> new Receipt("", now, "", null, null);
        case 1 -> new Receipt("", now, "村口", null, null);
        case 2 -> new Receipt("", now, "", UUID.randomUUID(), "0".repeat(64));
        default ->
            new Receipt("https://example.org", now.plusSeconds(random.nextInt(2)), "", null, null);
      };
    }

    Map<UUID, Standing> standings() {
      var standings = new HashMap<UUID, Standing>();
      circulation.releases().forEach(one -> standings.put(one.id(), one.standing()));
      return standings;
    }

    void check(Map<UUID, Standing> before, int seed) {
      var once = new ArrayList<String>();
      for (var release : circulation.releases()) {
        var now = release.standing();
        var then = before.get(release.id());
        if (then != null) {
          assertTrue(
              then.state() == now.state() || MAY_BECOME.get(then.state()).contains(now.state()),
              () -> seed + ": " + then.state() + " became " + now.state());
          written(then.sentAt(), now.sentAt(), seed);
          written(then.confirmedAt(), now.confirmedAt(), seed);
          written(then.dueForCorrectionAt(), now.dueForCorrectionAt(), seed);
          written(then.closedAt(), now.closedAt(), seed);
        }
        if (now.state() != ReleaseState.CANCELLED) {
          once.add(release.ordinal() + " " + release.channel());
        }
        proof(release, now, seed);
        way(release, now, seed);
      }
      assertEquals(
          once.size(), Set.copyOf(once).size(), () -> seed + ": one a channel and version");
    }

    private void way(Release release, Standing now, int seed) {
      if (now.sentAt() == null) {
        return;
      }
      assertEquals(
          published.get(release.ordinal()), release.hash(), () -> seed + ": another hash went out");
      if (release.ordinal() < shown() || withdrawn) {
        assertTrue(
            now.state() == ReleaseState.CORRECTION_DUE || now.state().closed(),
            () -> seed + ": forgotten on " + release.channel() + " as " + now.state());
        assertFalse(now.state() == ReleaseState.CANCELLED, () -> seed + ": what left was dropped");
      }
    }

    private static void proof(Release release, Standing now, int seed) {
      if (now.state() == ReleaseState.CONFIRMED) {
        var receipt = now.receipt();
        assertNotNull(receipt, () -> seed + ": no receipt");
        assertTrue(
            !receipt.url().isEmpty()
                || receipt.fileId() != null
                || (!release.channel().onLine() && !receipt.note().isEmpty()),
            () -> seed + ": a receipt that proves nothing");
      }
    }

    private static void written(@Nullable Instant then, @Nullable Instant now, int seed) {
      if (then != null) {
        assertEquals(then, now, () -> seed + ": a clock was overwritten");
      }
    }
  }
}
