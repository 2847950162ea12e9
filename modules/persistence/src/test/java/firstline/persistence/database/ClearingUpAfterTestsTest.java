package firstline.persistence.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ClearingUpAfterTestsTest {
  private static final String NAME = "firstline-clearing";

  @Test
  void onlyWhatADeadRunLeftIsRemoved() throws Exception {
    var ended = new ProcessBuilder("true").start();
    ended.waitFor();
    var dead = filled(TestFolder.prefix(NAME, ended.pid()));
    var alive = filled(TestFolder.prefix(NAME, ProcessHandle.current().pid()));
    var other = filled(TestFolder.prefix(NAME + "-other", ended.pid()));
    try (var mine = TestFolder.named(NAME)) {
      assertFalse(Files.exists(dead), "its run is dead");
      assertTrue(Files.exists(alive.resolve("pg/base/1")), "its run is alive");
      assertTrue(Files.exists(other.resolve("pg/base/1")), "it is called otherwise");
      assertTrue(Files.isDirectory(mine.path()));
    } finally {
      new TestFolder(alive).close();
      new TestFolder(other).close();
    }
    assertFalse(Files.exists(alive));
  }

  /** What a link leads to is not the test's. */
  @Test
  void linksAreNotFollowed() throws IOException {
    try (var precious = TestFolder.named(NAME)) {
      var file = Files.writeString(precious.path().resolve("kept"), "");
      var folder = TestFolder.named(NAME);
      Files.createSymbolicLink(folder.path().resolve("link"), precious.path());
      folder.close();
      assertFalse(Files.exists(folder.path()));
      assertTrue(Files.exists(file));
    }
  }

  private static Path filled(String prefix) throws IOException {
    var folder = Files.createTempDirectory(prefix);
    Files.createDirectories(folder.resolve("pg/base"));
    Files.writeString(folder.resolve("pg/base/1"), "page");
    return folder;
  }
}
