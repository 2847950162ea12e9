package firstline.speaker.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static String canonical(String text) throws Malformed {
    return new String(
        Json.canonical(Json.read(text.getBytes(StandardCharsets.UTF_8))), StandardCharsets.UTF_8);
  }

  @Test
  void sortsByUtf16UnitsAndEscapesAsLittleAsItMust() throws Malformed {
    // The members of RFC 8785, §3.2.3, with integers for values.
    assertEquals(
        "{\"\\r\":1,\"1\":2,\"\u0080\":3,\"\u00f6\":4,\"\u20ac\":5,\"\ud83d\ude00\":6,\"\ufb33\":7}",
        canonical(
            "{\"\\u20ac\":5,\"\\r\":1,\"\\ufb33\":7,\"1\":2,\"\\ud83d\\ude00\":6,\"\\u0080\":3,\"\\u00f6\":4}"));
    assertEquals(
        "{\"a\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
        canonical("{ \"a\" : \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\" }"));
    assertEquals(
        "{\"a\":[],\"b\":{},\"c\":[true,false,-1,9007199254740991]}",
        canonical("{\"c\":[true, false, -1, 9007199254740991],\"b\":{},\"a\":[]}"));
  }

  @Test
  void refusesWhatHasNoOneForm() {
    for (var wrong :
        new String[] {
          "{\"a\":1.5}",
          "{\"a\":null}",
          "{\"a\":9007199254740992}",
          "{\"a\":\"\\ud800\"}",
          "[1]",
          "{\"a\":1,\"a\":2}",
          "{\"a\":1",
          ""
        }) {
      assertThrows(Malformed.class, () -> canonical(wrong), wrong);
    }
    assertThrows(Malformed.class, () -> Json.read(new byte[] {'{', '"', (byte) 0xff, '"', '}'}));
  }

  @Test
  void verifiesTheTestVectorOfRfc8032() throws Malformed {
    // §7.1, TEST 2: one byte.
    var key = PublicKey.of("PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw");
    var signature =
        "kqAJqfDUyrhyDoILX2QlQKKye1QWUD-Ps3YiI-vbadoIWsHkPhWZbkWPNhPQ8R2MOHsurrQwKu6wDSkWErsMAA";
    assertTrue(key.signed(new byte[] {0x72}, signature));
    assertFalse(key.signed(new byte[] {0x72}, "not a signature"));
    assertFalse(key.signed(new byte[] {0x73}, signature));
  }

  @Test
  void signsAndVerifiesAndKeepsItsKey() throws Malformed {
    var key = SpeakerKey.make();
    var again = SpeakerKey.of(key.keep());
    var signature = again.sign("第一线");
    var bytes = "第一线".getBytes(StandardCharsets.UTF_8);
    assertTrue(PublicKey.of(key.publicKey()).signed(bytes, signature));
    bytes[0]++;
    assertFalse(PublicKey.of(key.publicKey()).signed(bytes, signature));
    assertThrows(Malformed.class, () -> PublicKey.of("AAAA"));
    assertEquals(Map.of(), Json.read("{}".getBytes(StandardCharsets.UTF_8)));
  }
}
