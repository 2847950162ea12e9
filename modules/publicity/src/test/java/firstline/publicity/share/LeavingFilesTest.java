package firstline.publicity.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.publicity.FilesOffice;
import firstline.publicity.PublicityRights;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A link by which somebody outside leaves files. */
class LeavingFilesTest {
  private static final Sql SQL = TestDatabase.keptOwner();

  private final MutableClock clock = MutableClock.at("2026-11-26T01:30:00Z");

  private UploadLinks links(Desk desk) {
    return new UploadLinks(SQL, desk, clock, null);
  }

  private static UploadLinks.Command link(int days, String note, int files, long megabytes) {
    return new UploadLinks.Command(days, "", note, files, megabytes);
  }

  private static void assertRefused(String code, UploadLinks links, UploadLinks.Command command) {
    assertEquals(code, assertThrows(Refusal.class, () -> links.make(command)).code());
  }

  @Test
  @Requirement("R66.3")
  void itHoldsWhatItSaysUntilItEnds() throws Exception {
    var office = FilesOffice.found(SQL, "967612");
    var links = links(office.desk(PublicityRights.DRAFT));
    assertRefused("share.days", links, link(0, "海报", 1, 1));
    assertRefused("share.days", links, link(91, "海报", 1, 1));
    assertRefused("upload-link.note", links, link(7, " \u202e ", 1, 1));
    assertRefused("upload-link.note", links, link(7, "长".repeat(201), 1, 1));
    assertRefused("upload-link.files", links, link(7, "海报", 0, 1));
    assertRefused("upload-link.files", links, link(7, "海报", 10_001, 1));
    assertRefused("upload-link.megabytes", links, link(7, "海报", 1, 0));
    assertRefused("share.password", links, new UploadLinks.Command(7, "short", "海报", 1, 1));

    var token = links.make(link(7, "春耕海报", 5, 1));
    assertTrue(token.matches("[A-Za-z0-9_-]{32}"), "192 bits");
    assertTrue(links.living(token.substring(1) + "x").isEmpty());
    var living = links.living(token).orElseThrow();
    assertFalse(links.begun(living.id(), (1 << 20) + 1), "larger than all that it holds");
    assertEquals(5, begunAtOnce(links, living), "ten at once: no more than it says");
    assertEquals(0, links.living(token).orElseThrow().filesLeft());
    assertEquals(5, links.list().get(0).files());

    var other = links(FilesOffice.found(SQL, "967613").desk(PublicityRights.DRAFT));
    assertThrows(NotFound.class, () -> other.revoke(living.id()));
    assertEquals(0, other.list().size());

    var second = links.make(link(7, "秋收海报", 5, 1));
    links.revoke(links.living(second).orElseThrow().id());
    assertTrue(links.living(second).isEmpty());
    clock.move(Duration.ofDays(7));
    assertTrue(links.living(token).isEmpty());
    assertFalse(links.begun(living.id(), 1));
    assertTrue(links.list().stream().allMatch(UploadLinks.Line::over));
  }

  private static long begunAtOnce(UploadLinks links, UploadLinks.Living living) throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    var begun = 0L;
    for (var one :
        threads.invokeAll(
            IntStream.range(0, 10)
                .<Callable<Boolean>>mapToObj(place -> () -> links.begun(living.id(), 1_000))
                .toList())) {
      begun += one.get() ? 1 : 0;
    }
    threads.shutdown();
    return begun;
  }
}
