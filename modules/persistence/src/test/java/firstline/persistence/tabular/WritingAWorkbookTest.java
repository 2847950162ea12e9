package firstline.persistence.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class WritingAWorkbookTest {
  private static byte[] written(List<List<?>> lines) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var writer = new XlsxWriter(bytes)) {
      for (var line : lines) {
        writer.line(line);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  @Requirement("R104.3")
  void everyCellIsReadBackAsItWasWritten() throws IOException {
    var file =
        written(List.of(List.of("地区", "数"), List.of("翠屏区", 5_000_000_000L), List.of("=1+1", -3L)));
    assertEquals(
        List.of(List.of("地区", "数"), List.of("翠屏区", "5000000000"), List.of("=1+1", "-3")),
        Tables.top(file, 10));
  }

  @Test
  @Requirement("R104.3")
  void noCellIsAFormula() throws IOException {
    var sheets = new StringBuilder();
    try (var zip =
        new ZipInputStream(
            new ByteArrayInputStream(written(List.of(List.of("=cmd|'/c calc'!A1", "+1", "@x")))),
            StandardCharsets.UTF_8)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().startsWith("xl/worksheets/")) {
          sheets.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    assertTrue(sheets.indexOf("<c t=") >= 0, sheets.toString());
    assertFalse(sheets.indexOf("<f>") >= 0, sheets.toString());
  }
}
