package firstline.rumour.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClaimFileTest {
  @Test
  @Requirement("R1.5")
  void headersHaveMoreThanOneName() {
    var read =
        ClaimFile.table(
            "传言,出处,区划代码\n大桥要炸,某公众号,511502000000\n,,\n停水五天,,\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(2, read.lines().size());
    assertEquals(new ClaimLine(2, "大桥要炸", "某公众号", "511502000000"), read.lines().get(0));
    assertEquals("511500000000", read.lines().get(1).in("511500000000").area());
    assertThrows(
        Refusal.class, () -> ClaimFile.table("甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  @Requirement("R1.5")
  void oneBadLineInAHundredThousandStopsNoOther() throws IOException {
    var text = new StringBuilder();
    for (var i = 1; i < 100_000; i++) {
      text.append("{\"text\":\"传言").append(i).append("\"}\n");
    }
    text.insert(text.indexOf("\n") + 1, "{\"text\": 传言}\n");
    var read =
        ClaimFile.jsonLines(
            new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    assertEquals(99_999, read.lines().size());
    assertEquals(1, read.rejected().size());
    assertEquals(2, read.rejected().get(0).line());
    text.append("{\"text\":\"多一行\"}\n");
    assertThrows(
        Refusal.class,
        () ->
            ClaimFile.jsonLines(
                new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8))));
  }
}
