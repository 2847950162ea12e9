package firstline.console.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class BodiesWithinTheirLimitTest {
  private static ByteArrayInputStream bytes(long count) {
    return new ByteArrayInputStream(new byte[(int) count]);
  }

  @Test
  void aBodyAsLongAsAllowedIsRead() throws Exception {
    assertEquals(
        Body.ORDINARY, Body.limited(bytes(Body.ORDINARY), Body.ORDINARY).readAllBytes().length);
  }

  @Test
  void oneByteMoreIsRefusedWithTheLimit() {
    var stream = Body.limited(bytes(Body.ORDINARY + 1), Body.ORDINARY);
    var refusal = assertThrows(Refusal.class, stream::readAllBytes);
    assertEquals("payload.too-large", refusal.code());
    assertEquals(1L, refusal.arguments().get(0));
  }

  @Test
  void aSpooledBodyIsReadAgainAndHashedAsItIs() throws Exception {
    var body = "数据".repeat(400_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var digest = MessageDigest.getInstance("SHA-256");
    try (var again = Body.spooled(new ByteArrayInputStream(body), Body.LARGE, digest)) {
      assertArrayEquals(body, again.readAllBytes());
    }
    assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(body), digest.digest());
  }
}
