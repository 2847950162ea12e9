package firstline.broadcast.receipt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TakingAJournalOverTest {
  private static final Entry.What NOTHING = new Entry.Fault("", "");

  private static byte[] content(long sequence, String what) {
    return (sequence + " " + what).getBytes(StandardCharsets.UTF_8);
  }

  private static Entry entry(long sequence, byte[] hash, String what) {
    return new Entry(sequence, Instant.EPOCH, hash, content(sequence, what), NOTHING);
  }

  /** Entries that continue each other. */
  private static List<Entry> chain(int length) {
    var chain = new ArrayList<Entry>();
    var hash = new byte[Journal.HASH];
    for (var i = 1; i <= length; i++) {
      hash = Journal.after(hash, entry(i, hash, "written"));
      chain.add(entry(i, hash, "written"));
    }
    return chain;
  }

  @Test
  @Requirement({"R33.1", "R33.2"})
  void whateverIsHandedInTheJournalIsTakenOverInItsOrderOnce() {
    var deliveries = new int[1];
    var whole = new int[1];
    Seeded.cases(
        2_500,
        draw -> {
          var chain = chain(draw.between(1, 40));
          var journal = Journal.begun();
          var taken = new ArrayList<Entry>();
          for (var i = 0; i < 48; i++) {
            var batch = delivery(draw, chain, (int) journal.acknowledged());
            var after = journal.take(batch);
            taken.addAll(after.entries());
            assertEquals(chain.subList(0, taken.size()), taken, "the prefix, each once");
            assertEquals(taken.size(), after.journal().acknowledged());
            assertArrayEquals(
                taken.isEmpty() ? new byte[Journal.HASH] : taken.get(taken.size() - 1).hash(),
                after.journal().head());
            assertEquals(expected(batch, chain, journal.acknowledged()), taken.size());
            var left = batch.stream().anyMatch(one -> one.sequence() > taken.size());
            assertEquals(left, after.why() != Journal.Break.NONE);
            journal = after.journal();
            deliveries[0]++;
          }
          whole[0] += taken.size() == chain.size() ? 1 : 0;
        });
    assertTrue(deliveries[0] >= 100_000, "deliveries: " + deliveries[0]);
    assertTrue(whole[0] > 500, "journals taken over to their end: " + whole[0]);
  }

  /** How far it must come: as long as the first of each next number is the written one. */
  private static int expected(List<Entry> batch, List<Entry> chain, long acknowledged) {
    var next = (int) acknowledged;
    while (next < chain.size()) {
      var number = next + 1;
      var first = batch.stream().filter(one -> one.sequence() == number).findFirst();
      if (first.isEmpty() || first.get() != chain.get(next)) {
        break;
      }
      next++;
    }
    return next;
  }

  /** Near where the server stands: parts, repeats, holes, another order, and what was altered. */
  private static List<Entry> delivery(Draw draw, List<Entry> chain, int acknowledged) {
    var from = Math.max(0, Math.min(chain.size() - 1, acknowledged + draw.between(-5, 2)));
    var to = Math.min(chain.size(), from + draw.between(0, 8));
    var batch = new ArrayList<>(chain.subList(from, to));
    if (draw.chance(0.3)) {
      batch.addAll(chain.subList(draw.between(0, from), from));
    }
    if (draw.chance(0.2) && !batch.isEmpty()) {
      batch.remove(draw.between(0, batch.size() - 1));
    }
    if (draw.chance(0.2) && !batch.isEmpty()) {
      var at = draw.between(0, batch.size() - 1);
      batch.set(at, altered(draw, batch.get(at)));
    }
    if (draw.chance(0.1)) {
      batch.add(entry(draw.random().nextLong() >>> 11, new byte[Journal.HASH], "far away"));
    }
    return draw.chance(0.5) ? draw.shuffled(batch) : batch;
  }

  private static Entry altered(Draw draw, Entry entry) {
    var hash = entry.hash().clone();
    hash[draw.between(0, hash.length - 1)] ^= (byte) (1 << draw.between(0, 7));
    return switch (draw.between(0, 2)) {
      case 0 -> entry(entry.sequence(), hash, "written");
      case 1 -> entry(entry.sequence(), entry.hash(), "altered");
      default -> entry(entry.sequence() + draw.between(1, 3), entry.hash(), "written");
    };
  }

  @Test
  @Requirement("R33.2")
  void whatIsMissingAndWhatDoesNotFitAreToldApart() {
    var chain = chain(5);
    assertEquals(Journal.Break.GAP, Journal.begun().take(chain.subList(1, 3)).why());
    var altered = new ArrayList<>(chain);
    altered.set(2, entry(3, chain.get(2).hash(), "altered"));
    var taken = Journal.begun().take(altered);
    assertEquals(Journal.Break.CHAIN, taken.why());
    assertEquals(2, taken.journal().acknowledged());
    assertEquals(List.of(1L, 2L), taken.entries().stream().map(Entry::sequence).toList());
    // Another journal with the same numbers does not continue this one.
    var other = Journal.begun().take(chain.subList(0, 1)).journal();
    var foreign = new ArrayList<Entry>();
    var hash = new byte[Journal.HASH];
    for (var i = 1; i <= 3; i++) {
      hash = Journal.after(hash, entry(i, hash, "elsewhere"));
      foreign.add(entry(i, hash, "elsewhere"));
    }
    assertEquals(Journal.Break.CHAIN, other.take(foreign).why());
    assertEquals(
        Journal.Break.NONE,
        Journal.begun().take(IntStream.of(4, 2, 0, 1, 3).mapToObj(chain::get).toList()).why());
  }
}
