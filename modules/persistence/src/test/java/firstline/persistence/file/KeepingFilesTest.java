package firstline.persistence.file;

import static firstline.persistence.file.SampleFiles.gifHead;
import static firstline.persistence.file.SampleFiles.png;
import static firstline.persistence.file.SampleFiles.pngHead;
import static firstline.persistence.file.SampleFiles.text;
import static firstline.persistence.file.SampleFiles.zip;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.OfficerOnDuty.Grant;
import firstline.persistence.right.Rights;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.seed.Seeded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingFilesTest {
  private static final String CITY = "511500000000";
  private static final String COUNTY = "511502000000";
  private static final String OTHER = "511503000000";
  private static final FileLimits PICTURES = FileLimits.of(FileLimits.PICTURES, 1 << 20);
  private static final FileLimits ANYTHING =
      FileLimits.of(Set.of("application/octet-stream", "text/plain"), 1 << 20);

  @TempDir private Path folder;

  private final MutableClock clock = MutableClock.at("2026-11-24T02:00:00Z");
  private FileStore store;

  @BeforeEach
  void twoCounties() {
    store = new FileStore(folder);
    TestDatabase.owner().update("truncate area cascade");
    for (var path : List.of("", COUNTY, OTHER)) {
      TestDatabase.sql()
          .update(
              "insert into area (code, level, name, path) values (?, 'COUNTY', '县', ?)",
              path.isEmpty() ? CITY : path,
              path.isEmpty() ? CITY + "/" : CITY + "/" + path + "/");
    }
  }

  @Test
  @Requirement("R16.1")
  void whatWasKeptIsReadBackAsItWas() throws IOException {
    Seeded.cases(
        60,
        draw -> {
          var bytes = new byte[draw.of(1, 2, 65_535, 65_536, 65_537, draw.between(1, 300_000))];
          draw.random().nextBytes(bytes);
          // No magic by chance: no type begins with two bytes 1.
          bytes[0] = 1;
          bytes[Math.min(1, bytes.length - 1)] = 1;
          var kept = keep(bytes, draw.text(0, 40), ANYTHING);
          assertEquals(sha256(bytes), kept.sha256());
          var opened = open(CITY).open(kept.id());
          assertArrayEquals(bytes, Files.readAllBytes(opened.content()));
          assertEquals(bytes.length, opened.file().bytes());
          assertTrue(opened.content().startsWith(folder));
        });
    assertEquals(0, left().size(), "nothing is left on the way");
  }

  @Test
  @Requirement("R16.1")
  void theSameContentIsStoredOnceUnderEachName() throws IOException {
    var one = keep(text("同样的内容"), "一.txt", ANYTHING);
    var two = keep(text("同样的内容"), "二.txt", ANYTHING);
    assertEquals(one.sha256(), two.sha256());
    assertNotEquals(one.id(), two.id());
    assertEquals(1, stored().size());
    assertEquals("二.txt", open(CITY).open(two.id()).file().name());
  }

  @Test
  @Requirement("R16.1")
  void eightAtATimeStoreOneContent() throws Exception {
    var start = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(8);
    var bytes = new byte[700_000];
    bytes[0] = 1;
    try {
      var keeping = new ArrayList<Callable<KeepFile.Kept>>();
      for (var i = 0; i < 8; i++) {
        keeping.add(
            () -> {
              start.await();
              return keep(bytes, "大.bin", ANYTHING);
            });
      }
      var results = keeping.stream().map(threads::submit).toList();
      start.countDown();
      for (var result : results) {
        assertEquals(sha256(bytes), result.get().sha256());
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, stored().size());
    assertEquals(0, left().size());
    assertArrayEquals(bytes, Files.readAllBytes(store.path(sha256(bytes))));
  }

  @Test
  @Requirement("R16.1")
  void aContentThatATornDiskCutShortIsPutInItsPlaceAgain() throws IOException {
    var kept = keep(text("完整"), "a", ANYTHING);
    Files.write(store.path(kept.sha256()), new byte[] {1});
    keep(text("完整"), "a", ANYTHING);
    assertArrayEquals(text("完整"), Files.readAllBytes(store.path(kept.sha256())));
  }

  @Test
  @Requirement("R16.3")
  void whatIsTooLargeIsReadNoFurtherAndNothingIsLeft() throws IOException {
    var read = new long[1];
    var endless =
        new InputStream() {
          @Override
          public int read() {
            read[0]++;
            return 1;
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            read[0] += length;
            return length;
          }
        };
    var command = new KeepFile.Command(endless, "大", COUNTY, FileLimits.of(Set.of(), 5 << 20));
    var refusal = assertThrows(Refusal.class, () -> keeper(CITY).keep(command));
    assertEquals("file.too-large", refusal.code());
    assertEquals(List.of(5L), refusal.arguments());
    assertEquals((5 << 20) + 1, read[0]);
    assertNothingIsLeft();
  }

  @Test
  @Requirement("R16.3")
  void exactlyAsMuchAsAllowedIsTaken() throws IOException {
    keep(new byte[1 << 10], "a", FileLimits.of(Set.of("application/octet-stream"), 1 << 10));
    assertRefused(
        "file.too-large",
        new byte[(1 << 10) + 1],
        "a",
        FileLimits.of(Set.of("application/octet-stream"), 1 << 10));
  }

  @Test
  @Requirement("R16.3")
  void theEmptyTheForeignAndTheDisguisedAreRefused() throws IOException {
    assertRefused("file.empty", new byte[0], "a.png", PICTURES);
    var page = text("<!DOCTYPE html><html><script>alert(1)</script></html>");
    assertRefused("file.not-as-named", page, "照片.png", PICTURES);
    assertRefused("file.type", page, "page.html", PICTURES);
    assertRefused("file.type", text("<svg xmlns='http://www.w3.org/2000/svg'/>"), "", PICTURES);
    assertRefused("file.type", text("#!/bin/sh\nrm -r /\n"), "run", PICTURES);
    var head = new byte[20];
    System.arraycopy(png(2, 2), 0, head, 0, 20);
    assertRefused("file.not-as-named", head, "a.png", PICTURES);
    assertNothingIsLeft();
  }

  @Test
  @Requirement("R16.3")
  void aBombIsCountedAndNotUnpacked() throws IOException {
    assertTimeout(
        Duration.ofSeconds(5),
        () -> assertRefused("file.too-many-pixels", pngHead(60_000, 60_000), "a.png", PICTURES));
    assertRefused("file.too-many-pixels", gifHead(65_535, 65_535), "a.gif", PICTURES);
    assertRefused("file.not-as-named", pngHead(-1, -1), "a.png", PICTURES);
    assertNothingIsLeft();
    var kept = keep(pngHead(10_000, 5_000), "gross.png", PICTURES);
    var file = open(CITY).open(kept.id()).file();
    assertEquals(List.of(10_000, 5_000), List.of(file.width(), file.height()));
  }

  @Test
  @Requirement("R16.3")
  void theContentSaysWhatItIsWhateverTheName() throws IOException {
    var kept = keep(png(3, 2), "actually.jpg.exe", PICTURES);
    var file = open(CITY).open(kept.id()).file();
    assertEquals("image/png", file.mediaType());
    assertEquals(List.of(3, 2), List.of(file.width(), file.height()));
    var documents = FileLimits.of(FileLimits.DOCUMENTS, 1 << 20);
    var office = zip("[Content_Types].xml", "word/document.xml");
    assertEquals(OfficeFile.DOCUMENT, type(keep(office, "a.docx", documents)));
    assertEquals("application/pdf", type(keep(text("%PDF-1.7\n1 0 obj"), "a.pdf", documents)));
    assertEquals("text/plain", type(keep(text("通知\n明天上班\n"), "a.txt", documents)));
    var macros = zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");
    assertRefused("file.type", macros, "a.docm", documents);
    assertRefused("file.not-as-named", zip("evil.exe"), "a.docx", documents);
    assertRefused("file.not-as-named", text("PK\u0003\u0004 nonsense"), "a.docx", documents);
  }

  @Test
  @Requirement("R16.4")
  void aStrangerFindsNothing() throws IOException {
    var id = keep(png(1, 1), "a.png", PICTURES).id();
    assertEquals(id, open(COUNTY).open(id).file().id());
    assertThrows(NotFound.class, () -> open(OTHER).open(id));
    assertThrows(NotFound.class, () -> open(CITY).open(UUID.randomUUID()));
    assertThrows(NotFound.class, () -> open("").open(id), "no grant, no file");
    assertThrows(NotFound.class, () -> open(OTHER).openWithin(id));
    var command = command(png(1, 1), "a.png", PICTURES);
    assertThrows(NotFound.class, () -> keeper(OTHER).keep(command), "nor brings one there");
    assertEquals(1, stored().size());
  }

  @Test
  @Requirement("R16.4")
  void byItsHashOnlyWhatIsOpenToAllIsFound() throws IOException {
    var kept = keep(png(1, 1), "a.png", PICTURES);
    assertThrows(NotFound.class, () -> open("").openPublic(kept.sha256()));
    assertThrows(NotFound.class, () -> keeper(OTHER).open(kept.id(), true));
    keeper(COUNTY).open(kept.id(), true);
    assertTrue(open("").openPublic(kept.sha256()).file().open());
    keeper(COUNTY).open(kept.id(), false);
    assertThrows(NotFound.class, () -> open("").openPublic(kept.sha256()));
    assertThrows(NotFound.class, () -> open("").openPublic("../../etc/passwd"));
    assertThrows(IllegalArgumentException.class, () -> store.path("../../etc/passwd"));
  }

  @Test
  void thePublicsFileBelongsToAnAreaAndNeedsNoScope() throws IOException {
    var kept = keeper("").receive(command(png(1, 1), "a.png", PICTURES));
    assertEquals(COUNTY, open(CITY).open(kept.id()).file().areaCode());
  }

  @Test
  @Requirement("R16.5")
  void whatACrashLeftIsSweptAndWhatIsOnItsWayIsNot() throws IOException {
    keep(text("bleibt"), "a", ANYTHING);
    var crashed = Files.createFile(folder.resolve("incoming/1.part"));
    var onItsWay = Files.createFile(folder.resolve("incoming/2.part"));
    Files.setLastModifiedTime(crashed, FileTime.from(clock.instant().minusSeconds(3_601)));
    Files.setLastModifiedTime(onItsWay, FileTime.from(clock.instant().minusSeconds(3_599)));
    new SweepIncoming(store, clock).sweep();
    assertFalse(Files.exists(crashed));
    assertTrue(Files.exists(onItsWay));
    clock.move(Duration.ofMinutes(1));
    new SweepIncoming(store, clock).sweep();
    assertEquals(0, left().size());
    assertEquals(1, stored().size());
  }

  private KeepFile.Kept keep(byte[] bytes, String name, FileLimits limits) throws IOException {
    return keeper(CITY).keep(command(bytes, name, limits));
  }

  private static KeepFile.Command command(byte[] bytes, String name, FileLimits limits) {
    return new KeepFile.Command(new ByteArrayInputStream(bytes), name, COUNTY, limits);
  }

  private KeepFile keeper(String root) {
    return new KeepFile(TestDatabase.sql(), desk(root), clock, store);
  }

  private OpenFile open(String root) {
    return new OpenFile(TestDatabase.sql(), desk(root), store);
  }

  private String type(KeepFile.Kept kept) {
    return open(CITY).open(kept.id()).file().mediaType();
  }

  /** A desk at which the right is held below the area; nowhere if that is empty. */
  private static Desk desk(String root) {
    var desk =
        new Desk() {
          @Override
          public java.util.Optional<OfficerOnDuty> signedIn() {
            // No officer stands in the table whom a row could name.
            return java.util.Optional.empty();
          }
        };
    var path = root.equals(CITY) ? root : CITY + "/" + root;
    var grants = root.isEmpty() ? List.<Grant>of() : List.of(new Grant(Rights.FILES, path + "/"));
    desk.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "li",
            "李敏",
            UUID.randomUUID(),
            "局",
            "",
            CITY,
            "市",
            "zh",
            grants,
            null));
    desk.begin(Rights.FILES);
    return desk;
  }

  private void assertRefused(String code, byte[] bytes, String name, FileLimits limits) {
    var refusal = assertThrows(Refusal.class, () -> keep(bytes, name, limits));
    assertEquals(code, refusal.code(), () -> refusal.arguments().toString());
  }

  private void assertNothingIsLeft() throws IOException {
    assertEquals(0, left().size());
    assertEquals(0, stored().size());
    long rows = TestDatabase.sql().one("select count(*) from stored_file", row -> row.number(1));
    assertEquals(0, rows);
  }

  private List<Path> left() throws IOException {
    return files().stream().filter(path -> path.toString().endsWith(".part")).toList();
  }

  private List<Path> stored() throws IOException {
    return files().stream().filter(path -> !path.toString().endsWith(".part")).toList();
  }

  private List<Path> files() throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
