package firstline.console.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.console.kept.Arrangement;
import firstline.persistence.export.Address;
import firstline.persistence.export.ListExport;
import firstline.persistence.job.Progress;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.tabular.Tables;
import firstline.persistence.tabular.XlsxWriter;
import firstline.testkit.clock.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list as a file: every row once, and nothing that runs. */
class WritingListsTest {
  /** Rows numbered from 1, in parts. */
  private record Numbered(int many, List<?> cells) implements ListExport {
    @Override
    public String list() {
      return "numbered";
    }

    @Override
    public List<String> columns() {
      return IntStream.range(0, cells.size() + 1).mapToObj(place -> "c" + place).toList();
    }

    @Override
    public Part rows(Address asked, String after, int size) {
      var from = after.isEmpty() ? 1 : Integer.parseInt(after);
      var to = Math.min(many, from + size - 1);
      return new Part(
          IntStream.rangeClosed(from, to)
              .mapToObj(
                  n -> {
                    var row = new java.util.ArrayList<Object>(cells);
                    row.add(0, n);
                    return new Line("id" + n, row);
                  })
              .toList(),
          to < many ? String.valueOf(to + 1) : "");
    }
  }

  private static byte[] written(ListExport list, String columns, Format format) {
    var out = new ByteArrayOutputStream();
    var file = new ListFile(list, Arrangement.read(columns));
    try {
      file.write(format, file.titles(), Address.of(""), out, Progress.unseen());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static List<List<String>> read(byte[] file) {
    return Tables.top(file, 100_000);
  }

  @Test
  @Requirement("R105.5")
  void everyRowIsWrittenOnceInBothFormats() {
    for (var many : List.of(0, 1, ListFile.PART, ListFile.PART + 1, 3 * ListFile.PART)) {
      for (var format : Format.values()) {
        var rows = read(written(new Numbered(many, List.of("甲")), "", format));
        assertEquals(List.of("c0", "c1", "export.id"), rows.get(0));
        assertEquals(many + 1, rows.size(), format + " " + many);
        for (var n = 1; n <= many; n++) {
          assertEquals(List.of(String.valueOf(n), "甲", "id" + n), rows.get(n));
        }
      }
    }
  }

  @Test
  @Requirement("R105.5")
  void hiddenColumnsStayAtHomeAndTheFirstAndTheIdDoNot() {
    var rows = read(written(new Numbered(1, List.of("甲", "乙")), "-1 -2", Format.XLSX));
    assertEquals(List.of("c0", "c2", "export.id"), rows.get(0));
    assertEquals(List.of("1", "乙", "id1"), rows.get(1));
  }

  @Test
  @Requirement("R105.6")
  void nothingInTheFileRuns() throws IOException {
    var nasty = List.of("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1", "|x", "%y", "\t=1");
    var csv = new String(written(new Numbered(1, nasty), "", Format.CSV), StandardCharsets.UTF_8);
    nasty.forEach(cell -> assertTrue(csv.contains("\"'" + cell), cell));
    var sheet =
        parts(written(new Numbered(1, nasty), "", Format.XLSX)).get("xl/worksheets/sheet1.xml");
    assertFalse(sheet.contains("<f>"));
    nasty.forEach(cell -> assertTrue(sheet.contains(">" + cell.replace("'", "'") + "</t>"), cell));
  }

  @Test
  @Requirement("R105.6")
  void whatXmlCannotHoldIsLeftOutAndTheRestArrives() {
    var typed =
        Arrays.asList(
            "<a>&\"'",
            "行\n行",
            "\u0000\u0007好",
            "😀",
            "\uD83D半",
            "\uFFFF",
            null,
            new BigDecimal("3.50"),
            7L);
    var rows = read(written(new Numbered(1, typed), "", Format.XLSX));
    assertEquals(
        List.of("1", "<a>&\"'", "行\n行", "好", "😀", "半", "", "", "3.5", "7", "id1"), rows.get(1));
  }

  @Test
  @Requirement("R105.6")
  void aSheetIsAPackageOfWellFormedParts() throws Exception {
    var parts = parts(written(new Numbered(2, List.of("甲")), "", Format.XLSX));
    assertEquals(
        Set.of(
            "[Content_Types].xml",
            "_rels/.rels",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/worksheets/sheet1.xml"),
        parts.keySet());
    var factory = javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance();
    for (var part : parts.values()) {
      factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static Map<String, String> parts(byte[] file) throws IOException {
    var parts = new TreeMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  @Test
  @Requirement("R118.1")
  void theColumnsStandInTheFileAsInTheList() {
    var rows = read(written(new Numbered(1, List.of("甲", "乙", "丙")), "4 -2 3", Format.XLSX));
    assertEquals(List.of("1", "丙", "乙", "id1"), rows.get(1));
  }

  @Test
  @Requirement("R105.6")
  void moreRowsThanASheetHoldsAreRefused() {
    var endless = new Numbered(XlsxWriter.LINES + 1, List.of());
    var file = new ListFile(endless, Arrangement.read(""));
    var refusal =
        assertThrows(
            firstline.persistence.refusal.Refusal.class,
            () ->
                file.write(
                    Format.XLSX,
                    file.titles(),
                    Address.of(""),
                    java.io.OutputStream.nullOutputStream(),
                    Progress.unseen()));
    assertEquals("export.too-many", refusal.code());
  }

  @Test
  @Requirement("R105.7")
  void aFileIsItsServersAloneAndGoneAfterTwelveHours(@TempDir Path folder) throws IOException {
    var clock = MutableClock.at(Instant.parse("2026-03-01T01:00:00Z"));
    var files = new ExportFiles(folder.resolve("exports"), clock);
    var file = files.fresh("csv");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    clock.move(ExportFiles.KEPT.minusSeconds(1));
    files.sweep(clock.instant().minus(ExportFiles.KEPT));
    assertTrue(Files.exists(file));
    clock.move(Duration.ofSeconds(2));
    files.sweep(clock.instant().minus(ExportFiles.KEPT));
    assertFalse(Files.exists(file));
  }

  @Test
  void anAddressIsReadAsAPageReadsIt() {
    var address = Address.of("q=%E5%8F%A3%E7%BD%A9&kind=A&kind=B&mine=&bad=%zz&x");
    assertEquals("口罩", address.parameter("q"));
    assertEquals(List.of("A", "B"), address.parameters("kind"));
    assertFalse(address.names("mine"));
    assertFalse(address.names("x"));
    assertEquals("%zz", address.parameter("bad"));
  }
}
