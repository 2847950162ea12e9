package firstline.publicity.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder's way over a bad link; the whole two gigabytes are sent by the bench. */
class TransfersTest {
  private static final long SIZE = 64L << 20;
  private static final int CUTS = 20;

  @TempDir private Path folder;

  @Test
  @Requirement("R67.5")
  void aFileArrivesWholeOverALinkThatIsCutAgainAndAgain() throws IOException {
    var transfers = new Transfers(folder);
    var owner = UUID.randomUUID();
    try (var door = new TransferDoor(transfers, owner)) {
      var sent = new CutLink(door.port(), 67).send(SIZE, "防火.mp4", CUTS);
      assertEquals(CUTS, sent.cuts());
      assertTrue(sent.refused() <= CUTS, "refused " + sent.refused());
      assertTrue(
          sent.sent() <= SIZE + (long) (CUTS + sent.refused()) * CutLink.CHUNK,
          "sent " + sent.sent());
      var whole = transfers.whole(sent.transfer(), owner).orElseThrow();
      assertEquals("防火.mp4", whole.name());
      assertEquals(SIZE, Files.size(whole.content()));
      try (var content = new BufferedInputStream(Files.newInputStream(whole.content()), 1 << 16)) {
        for (var at = 0L; at < SIZE; at++) {
          if ((byte) content.read() != CutLink.at(at)) {
            throw new AssertionError("byte " + at + " is another");
          }
        }
      }
      assertFalse(transfers.whole(sent.transfer(), UUID.randomUUID()).isPresent());
      transfers.end(sent.transfer(), owner);
      assertFalse(transfers.whole(sent.transfer(), owner).isPresent());
    }
  }
}
