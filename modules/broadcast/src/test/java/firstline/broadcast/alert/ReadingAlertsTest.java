package firstline.broadcast.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Seeded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingAlertsTest {
  @Test
  @Requirement("R34.1")
  void aMessageOfAWeatherServiceIsReadInFull() {
    var cap = CapReader.read(SampleCaps.bytes("\uFEFF" + SampleCaps.RAIN.strip()));
    assertEquals("51150041600000_20260710063000", cap.identifier());
    assertEquals(OffsetDateTime.parse("2026-07-10T06:30:00+08:00"), cap.sent());
    assertEquals(Cap.Status.ACTUAL, cap.status());
    assertEquals(List.of("应急"), cap.codes());
    var info = cap.infos().get(1);
    assertEquals("zh-CN", info.language());
    assertEquals(List.of("Met", "Safety"), info.categories());
    assertEquals("https://example.cn/a?b=1&c=2", info.web());
    assertEquals("512", info.resources().get(0).size());
    assertEquals(List.of(new Cap.Named("GB2260", "511502")), info.areas().get(0).geocodes());
    assertEquals(1, info.areas().get(0).polygons().size());
  }

  @Test
  @Requirement("R34.1")
  void theTimeOfGreenwichHasItsMinus() {
    var cap =
        CapReader.read(
            message("<sent>2026-07-10T06:30:00+08:00", "<sent>2026-07-10T06:30:00-00:00"));
    assertEquals(OffsetDateTime.parse("2026-07-10T06:30:00Z"), cap.sent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<sender>qx@yibin.example.cn</sender>||cap.missing|sender",
        "<scope>Public</scope>||cap.missing|scope",
        "<severity>Severe</severity>||cap.missing|severity",
        "<areaDesc>翠屏区</areaDesc>||cap.missing|areaDesc",
        "<event>暴雨</event>||cap.missing|event",
        "<value>511502</value>||cap.missing|value",
        "<scope>Public</scope>|<scope>Public</scope><colour>red</colour>|cap.unexpected|colour",
        "<areaDesc>翠屏区</areaDesc>|<areaDesc>翠屏区<b/></areaDesc>|cap.text-only|areaDesc",
        "<status>Actual</status>|<status>Real</status>|cap.word|status",
        "<severity>Severe</severity>|<severity>红</severity>|cap.word|severity",
        "<scope>Public</scope>|<scope x='1'>Public</scope>|cap.attribute|scope",
        "<scope>Public</scope>|<scope>Public</scope>words|cap.text|alert",
        "<sent>2026-07-10T06:30:00+08:00|<sent>2026-07-10T06:30:00|cap.value|sent",
        "<sent>2026-07-10T06:30:00+08:00|<sent>2026-07-10T06:30:00Z|cap.value|sent",
        "<sent>2026-07-10T06:30:00+08:00|<sent>2026-02-30T06:30:00+08:00|cap.value|sent",
        "<sent>2026-07-10T06:30:00+08:00|<sent>1900-07-10T06:30:00+08:00|cap.time-far|sent",
        "<expires>2026-07-10T18:30:00+08:00|<expires>tomorrow|cap.value|expires",
        "<identifier>5|<identifier>5 5|cap.name|identifier",
        "<identifier>51150041600000_20260710063000|<identifier>|cap.name|identifier",
        "qx@yibin.example.cn|qx,yibin|cap.name|sender",
        "28.9,104.8 28.7,104.5|28.9,104.8|cap.polygon|polygon",
        "28.7,104.5 28.9,104.5|128.7,104.5 28.9,104.5|cap.polygon|polygon",
        "28.77,104.62 12.5|28.77,104.62|cap.circle|circle",
        "28.77,104.62 12.5|28.77,204.62 12.5|cap.circle|circle",
        "28.77,104.62 12.5|28.77,104.62 -1|cap.circle|circle",
        "<value>511502<|<value>5115<|cap.geocode|geocode",
        "<size>512</size>|<size>big</size>|cap.value|size",
        "<code>应急</code>|<code>应急</code><references>a,b</references>|cap.reference|references",
        "cap:1.2|cap:1.1|cap.namespace|alert",
        "alert xmlns|alarm xmlns|cap.root|alarm",
        "</scope>|</scop>|cap.xml|scope",
      })
  @Requirement("R34.1")
  void whatCapForbidsIsRefusedAndNamed(String from, String to, String code, String element) {
    var refusal = refused(message(from, to == null ? "" : to));
    assertEquals(code, refusal.code());
    assertEquals(element, refusal.arguments().get(0));
    assertTrue((int) refusal.arguments().get(1) > 0, "a line");
    for (var language : List.of("zh", "en")) {
      var words = Bundles.words(language, "refusal." + code, refusal.arguments());
      assertTrue(words.contains(element) && !words.contains("{"), words);
    }
  }

  @Test
  @Requirement("R34.2")
  void noDocumentTypeIsTaken() {
    var root = SampleCaps.RAIN.indexOf("<alert");
    for (var type :
        List.of(
            "<!DOCTYPE alert [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
            "<!DOCTYPE alert SYSTEM 'http://127.0.0.1:1/x.dtd'>",
            "<!DOCTYPE alert [<!ENTITY % x SYSTEM 'file:///etc/passwd'> %x;]>",
            "<!DOCTYPE alert [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]>")) {
      var message = SampleCaps.RAIN.substring(0, root) + type + SampleCaps.RAIN.substring(root);
      assertEquals("cap.doctype", refused(SampleCaps.bytes(message)).code());
    }
    assertEquals("cap.xml", refused(message("暴雨", "&x;")).code());
  }

  @Test
  @Requirement("R34.2")
  void bytesThatAreNotInTheirEncodingAreRefused() {
    var chinese = SampleCaps.RAIN.getBytes(Charset.forName("GB18030"));
    assertEquals("cap.encoding", refused(chinese).code());
    var named = SampleCaps.RAIN.replace("UTF-8", "GB18030");
    var cap = CapReader.read(named.getBytes(Charset.forName("GB18030")));
    assertEquals("暴雨", cap.infos().get(1).event());
    var wide = SampleCaps.RAIN.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16);
    assertEquals("暴雨", CapReader.read(wide).infos().get(1).event());
    assertEquals("cap.encoding", refused(message("UTF-8", "UTF-9")).code());
  }

  @ThreeLocales
  @Requirement("R34.1")
  void theLanguageOfTheMachineIsOfNoAccount() {
    assertEquals(
        "severity", refused(message("<severity>Severe</severity>", "")).arguments().get(0));
    var word = refused(message("<status>Actual", "<status>Real"));
    assertEquals("Actual, Exercise, System, Test, Draft", word.arguments().get(3));
    assertEquals(Cap.Severity.SEVERE, CapReader.read(message("暴雨", "雨")).infos().get(1).severity());
  }

  @Test
  @Requirement("R34.2")
  void whatIsTooDeepOrTooManyIsRefused() {
    var deep = message("<event>暴雨", "<event>" + "<x>".repeat(50));
    assertTrue(List.of("cap.unexpected", "cap.depth").contains(refused(deep).code()));
    var signed =
        message(
            "</alert>",
            "<S xmlns='http://www.w3.org/2000/09/xmldsig#'>"
                + "<x>".repeat(30)
                + "</x>".repeat(30)
                + "</S></alert>");
    assertEquals("cap.depth", refused(signed).code());
    var many = message("<code>应急</code>", "<code>应急</code>".repeat(100_000));
    assertEquals("cap.elements", refused(many).code());
  }

  @Test
  @Requirement("R34.2")
  void twoHundredMegabytesAreCutOffEarly() throws IOException {
    var endless = new Endless(200L << 20);
    var refusal = assertThrows(Refusal.class, () -> CapReader.bytes(endless));
    assertEquals("payload.too-large", refusal.code());
    assertTrue(endless.given < 11 << 20, "no more than a message may have was read");
    assertThrows(Refusal.class, () -> CapReader.read(new byte[(10 << 20) + 1]));
    var large = message("暴雨</event>", "暴雨".repeat(1 << 20) + "</event>");
    var begun = System.nanoTime();
    assertEquals(2 << 20, CapReader.read(large).infos().get(1).event().length());
    assertTrue(System.nanoTime() - begun < Duration.ofSeconds(5).toNanos());
  }

  /** Gives blanks, and counts them. */
  private static final class Endless extends InputStream {
    private final long length;
    private long given;

    Endless(long length) {
      this.length = length;
    }

    @Override
    public int read() {
      return given++ < length ? ' ' : -1;
    }
  }

  @Test
  @Requirement("R34.3")
  void whatIsWrittenIsReadAgain() {
    Seeded.cases(
        1_000,
        draw -> {
          var cap = SampleCaps.any(draw);
          assertEquals(cap, CapReader.read(CapWriter.write(cap)));
        });
  }

  @Test
  @Requirement({"R34.1", "R34.3"})
  void everyMutationIsReadOrRefusedByName() {
    var refused = new int[1];
    Seeded.cases(
        4_000,
        draw -> {
          var message = Mutation.of(draw);
          try {
            var cap = CapReader.read(message);
            assertEquals(cap, CapReader.read(CapWriter.write(cap)), "what was read is a message");
          } catch (Refusal refusal) {
            refused[0]++;
            assertTrue(refusal.code().startsWith("cap."), refusal.code());
            assertFalse(refusal.arguments().get(0).toString().isEmpty(), refusal.code());
            assertTrue(Bundles.knows("zh", "refusal." + refusal.code()), refusal.code());
          }
        });
    assertTrue(refused[0] > 400 && refused[0] < 3_900, "both happen: " + refused[0]);
  }

  private static byte[] message(String from, String to) {
    assertTrue(SampleCaps.RAIN.contains(from), from);
    // The last one is that of the Chinese part.
    var at = SampleCaps.RAIN.lastIndexOf(from);
    return SampleCaps.bytes(
        from.endsWith("1.2") || from.startsWith("alert")
            ? SampleCaps.RAIN
                .replace(from, to)
                .replace("</alert>", to.startsWith("alarm") ? "</alarm>" : "</alert>")
            : SampleCaps.RAIN.substring(0, at)
                + to
                + SampleCaps.RAIN.substring(at + from.length()));
  }

  private static Refusal refused(byte[] message) {
    return assertThrows(Refusal.class, () -> CapReader.read(message));
  }
}
