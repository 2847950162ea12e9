package firstline.console.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.OfficerOnDuty;
import firstline.testkit.seed.Seeded;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class WatermarkTest {
  @Test
  @Requirement("R115.1")
  void itNamesTheOfficerAndTheDayAndNotTheWholeUsername() {
    var picture = Watermark.picture(officer("田国强", "market.head"), LocalDate.of(2026, 11, 26));
    assertTrue(picture.contains("田国强 mar… 2026-11-26"), picture);
    assertFalse(picture.contains("market.head"));
  }

  @Test
  @Requirement("R115.1")
  void whateverTheNameItIsAPicture() {
    Seeded.cases(
        200,
        draw -> {
          var name = draw.text(1, 40);
          var picture = Watermark.picture(officer(name, "li"), LocalDate.of(2026, 11, 26));
          var text =
              DocumentBuilderFactory.newInstance()
                  .newDocumentBuilder()
                  .parse(new InputSource(new StringReader(picture)))
                  .getDocumentElement()
                  .getTextContent();
          assertTrue(text.contains(name), name);
        });
  }

  private static OfficerOnDuty officer(String name, String username) {
    return new OfficerOnDuty(
        UUID.randomUUID(),
        username,
        name,
        UUID.randomUUID(),
        "局",
        "",
        "511500000000",
        "",
        "zh",
        List.of(),
        null);
  }
}
