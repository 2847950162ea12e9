package firstline.speaker.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.speaker.protocol.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final long AT = 1_769_400_000_000L;
  private static final long FORGET = AT + 8 * 86_400_000L;

  private final MemoryDisk disk = new MemoryDisk();

  private static void record(Journal journal, String play, Event event, long heard)
      throws IOException {
    journal.record(play, event, AT, heard, Reason.NONE, FORGET);
  }

  private static List<Object> events(Journal journal) {
    var events = new ArrayList<>();
    journal.waiting(1_000).records().forEach(record -> events.add(record.get("event")));
    return events;
  }

  private static String text(Journal journal) {
    var batch = journal.waiting(1_000);
    return Json.text(Map.of("records", batch.records(), "faults", batch.faults()));
  }

  private String file() {
    return disk.names("journal-").get(0);
  }

  @Test
  void isWholeUpToTheLastGoodRecordWhereverItIsTorn() throws IOException {
    var journal = new Journal(disk);
    var sizes = new ArrayList<Integer>();
    sizes.add(disk.read(file()).length);
    for (int i = 0; i < 4; i++) {
      record(journal, "p" + i, Event.STARTED, 0);
      sizes.add(disk.read(file()).length);
      record(journal, "p" + i, Event.FINISHED, 1_000);
      sizes.add(disk.read(file()).length);
    }
    var whole = disk.read(file());
    for (int size = 0; size <= whole.length; size++) {
      var torn = new MemoryDisk();
      torn.append(file(), Arrays.copyOf(whole, size));
      var opened = new Journal(torn);
      int cut = size;
      long records = Math.max(0, sizes.stream().filter(each -> each <= cut).count() - 1);
      assertEquals(records, opened.waiting(), "cut at " + size);
      assertFalse(opened.damaged(), "cut at " + size);
      opened.closeCrashed();
      assertEquals(records + records % 2, opened.waiting(), "cut at " + size);
      record(opened, "q", Event.STARTED, 0);
      var again = new Journal(torn);
      assertEquals(text(opened), text(again), "cut at " + size);
      assertEquals(opened.id(), again.id());
    }
  }

  @Test
  void closesAnOpenPlayAtItsLastMark() throws IOException {
    var journal = new Journal(disk);
    record(journal, "p", Event.STARTED, 0);
    journal.mark("p", 5_000, AT + 5_000);
    journal.mark("p", 10_000, AT + 10_000);
    var opened = new Journal(disk);
    assertTrue(opened.knows("p"));
    opened.closeCrashed();
    opened.closeCrashed();
    var last = opened.waiting(10).records().get(1);
    assertEquals("INTERRUPTED", last.get("event"));
    assertEquals("CRASH", last.get("reason"));
    assertEquals(10_000L, ((Number) last.get("heard")).longValue());
    assertEquals(AT + 10_000, ((Number) last.get("at")).longValue());
    assertEquals(2, opened.waiting());
  }

  @Test
  void deletesOnlyWhatWasAcknowledgedAndRemembersWhatEnded() throws IOException {
    var journal = new Journal(disk);
    for (int i = 0; i < 2_000; i++) {
      record(journal, "p" + i, Event.STARTED, 0);
      record(journal, "p" + i, Event.FINISHED, 1_000);
    }
    int files = disk.names("journal-").size();
    assertTrue(files > 3, "several files");
    journal.acknowledge(2_000, AT, play -> false);
    assertTrue(disk.names("journal-").size() < files);
    assertEquals(2_000, journal.waiting());
    journal.acknowledge(4_000, AT, play -> false);
    assertEquals(1, disk.names("journal-").size());
    var opened = new Journal(disk);
    assertEquals(journal.id(), opened.id());
    for (int i = 0; i < 2_000; i++) {
      assertTrue(opened.knows("p" + i), "p" + i);
    }
    record(opened, "q", Event.STARTED, 0);
    assertTrue(text(opened).contains("\"sequence\":4001}"), text(opened));
  }

  @Test
  void forgetsAPlayOnlyWhenNoProgrammeCanHoldIt() throws IOException {
    var journal = new Journal(disk);
    for (int i = 0; i < 200; i++) {
      record(journal, "p" + i, Event.SKIPPED, 0);
    }
    journal.acknowledge(200, FORGET + 1, play -> play.equals("p7"));
    assertTrue(journal.knows("p7"));
    assertFalse(journal.knows("p8"));
  }

  @Test
  void writesNothingHalfOnAFullDisk() throws IOException {
    var journal = new Journal(disk);
    disk.fill(true);
    assertThrows(IOException.class, () -> record(journal, "p", Event.STARTED, 0));
    assertFalse(journal.knows("p"));
    disk.fill(false);
    record(journal, "p", Event.STARTED, 0);
    assertEquals(List.of("STARTED"), events(new Journal(disk)));
  }

  @Test
  void refusesASecondEnd() throws IOException {
    var journal = new Journal(disk);
    record(journal, "p", Event.SKIPPED, 0);
    assertThrows(IllegalStateException.class, () -> record(journal, "p", Event.FINISHED, 1));
  }

  @Test
  void beginsAnewWhenItWasChangedAndKeepsWhatItKnows() throws IOException {
    var journal = new Journal(disk);
    for (int i = 0; i < 5; i++) {
      record(journal, "p" + i, Event.SKIPPED, 0);
    }
    var bytes = disk.read(file());
    bytes[bytes.length / 2]++;
    disk.delete(file());
    disk.append("journal-0000000000000001", bytes);
    var opened = new Journal(disk);
    assertTrue(opened.damaged());
    assertNotEquals(journal.id(), opened.id());
    assertTrue(opened.knows("p0"));
    assertEquals(0, opened.waiting());
    assertFalse(new Journal(disk).damaged(), "laid aside once");
  }

  @Test
  void isTheSameOnARealDisk(@TempDir Path folder) throws IOException {
    var journal = new Journal(new FileDisk(folder));
    record(journal, "p", Event.STARTED, 0);
    journal.mark("p", 5_000, AT);
    journal.fault("DEVICE", AT, "喇叭");
    var opened = new Journal(new FileDisk(folder));
    assertEquals(text(journal), text(opened));
    opened.closeCrashed();
    for (int i = 0; i < 100; i++) {
      record(opened, "q" + i, Event.SKIPPED, 0);
    }
    opened.acknowledge(103, AT, play -> true);
    assertEquals(1, new FileDisk(folder).names("journal-").size());
    assertTrue(new Journal(new FileDisk(folder)).knows("q99"));
  }
}
