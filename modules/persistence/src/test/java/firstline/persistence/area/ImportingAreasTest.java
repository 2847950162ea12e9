package firstline.persistence.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.tabular.LineReport.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportingAreasTest {
  private static final String HEADER = "code,parent,level,name\n";

  @BeforeEach
  void empty() {
    TestDatabase.owner().update("truncate area cascade");
  }

  @Test
  void linesMayStandInAnyOrderAndTheTreeIsTheSame() throws IOException {
    var lines =
        new ArrayList<>(
            List.of(
                "511500000000,,CITY,宜宾市",
                "511502000000,511500000000,COUNTY,翠屏区",
                "511502101000,511502000000,TOWNSHIP,李庄镇",
                "511502101001,511502101000,VILLAGE,一村",
                "511502101002,511502101000,VILLAGE,二村"));
    Collections.shuffle(lines, new Random(7));
    var report = run(HEADER + String.join("\n", lines));
    assertEquals(5, report.accepted(), report.toString());
    assertEquals(
        "511500000000/511502000000/511502101000/511502101002/",
        TestDatabase.sql()
            .one("select path from area where code = '511502101002'", row -> row.text(1)));
  }

  @Test
  @Requirement("R13.1")
  void everyBadLineIsNamedAndTheGoodOnesAreTaken() {
    var report =
        run(
            HEADER
                + "511500000000,,CITY,宜宾市\n"
                + "5115,511500000000,COUNTY,短\n"
                + "511502000000,511500000000,STREET,翠屏区\n"
                + "511503000000,999999999999,COUNTY,南溪区\n"
                + "511504000000,511505000000,COUNTY,甲\n"
                + "511505000000,511504000000,COUNTY,乙\n"
                + "511500000000,,CITY,又一个\n"
                + "511506000000,511500000000,CITY,同级\n"
                + "511507000000,511500000000,COUNTY,\n");
    assertEquals(1, report.accepted());
    assertEquals(
        List.of(
            "3 area.code",
            "4 area.level",
            "5 area.parent",
            "6 area.level-order",
            "7 area.level-order",
            "8 area.twice",
            "9 area.level-order",
            "10 area.name"),
        report.rejected().stream().map(r -> r.line() + " " + r.code()).toList());
    assertTrue(report.rejected().stream().map(Rejection::value).allMatch(v -> v.length() <= 60));
  }

  @Test
  void readAgainItRenamesAndDoesNotMove() {
    run(HEADER + "511500000000,,CITY,宜宾\n511502000000,511500000000,COUNTY,翠屏\n");
    var report = run(HEADER + "511500000000,,CITY,宜宾市\n511502000000,,COUNTY,翠屏区\n");
    assertEquals(1, report.accepted());
    assertEquals("area.moved", report.rejected().get(0).code());
    assertEquals(
        "宜宾市",
        TestDatabase.sql()
            .one("select name from area where code = '511500000000'", row -> row.text(1)));
  }

  @Test
  void excelsOwnChineseEncodingAndChineseHeadersAreRead() {
    var text = "代码;上级代码;级别;名称\r\n511500000000;;市;宜宾市\r\n";
    var report =
        new AreaImport(TestDatabase.sql())
            .run(new AreaImport.Command(text.getBytes(Charset.forName("GB18030"))));
    assertEquals(1, report.accepted());
    assertEquals("宜宾市", TestDatabase.sql().one("select name from area", row -> row.text(1)));
  }

  @Test
  @Requirement("R13.2")
  void whatIsNoTableIsRefusedInWords() throws IOException {
    assertEquals("table.empty", refusal(new byte[0]));
    assertEquals("table.unreadable", refusal(new byte[] {0, 1, 2, 3}));
    assertEquals("table.column-missing", refusal("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    var bomb = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      for (var i = 0; i < 220; i++) {
        zip.write(new byte[1 << 20]);
      }
    }
    assertEquals("table.too-large", refusal(bomb.toByteArray()));
  }

  @Test
  @Requirement("R13.3")
  void aWholeRealCityIsTakenOver() throws IOException {
    var file = Path.of("..", "..", "..", "shared", "data", "areas-yibin.csv");
    var bytes =
        Files.exists(file)
            ? Files.readAllBytes(file)
            : Files.readAllBytes(
                Path.of("..", "console/src/main/resources/firstline/console/sample/areas.csv"));
    var report = new AreaImport(TestDatabase.sql()).run(new AreaImport.Command(bytes));
    assertEquals(2_263, report.accepted());
    assertEquals(List.of(), report.rejected());
    long below =
        TestDatabase.sql()
            .one(
                "select count(*) from area where path like '511500000000/%'", row -> row.number(1));
    assertEquals(2_263, below);
  }

  private static String refusal(byte[] content) {
    return assertThrows(
            Refusal.class,
            () -> new AreaImport(TestDatabase.sql()).run(new AreaImport.Command(content)))
        .code();
  }

  private static firstline.persistence.tabular.LineReport run(String text) {
    return new AreaImport(TestDatabase.sql())
        .run(new AreaImport.Command(text.getBytes(StandardCharsets.UTF_8)));
  }
}
