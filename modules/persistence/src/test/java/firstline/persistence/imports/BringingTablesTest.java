package firstline.persistence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.department.DepartmentImport;
import firstline.persistence.imports.ImportFile.Read;
import firstline.persistence.job.Progress;
import firstline.persistence.officer.OfficerImport;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.tabular.Line;
import firstline.persistence.tabular.LineReport.Rejection;
import firstline.persistence.tabular.Tables;
import firstline.persistence.tabular.XlsxWriter;
import firstline.testkit.clock.MutableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Officers and departments brought by tables, as a county keeps them, into the real database. */
class BringingTablesTest {
  private static final String AREA = "967900000000";
  private static final String HEADER = "用户名,姓名,部门代码,区划代码,角色\n";

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-03-01T01:00:00Z"));
  private final OfficerImport officers = new OfficerImport(TestDatabase.sql(), clock);
  private final DepartmentImport departments = new DepartmentImport(TestDatabase.sql());
  private final TakeTable takeTable = new TakeTable();

  @BeforeAll
  static void aCity() {
    TestDatabase.owner()
        .update(
            "insert into area (code, level, name, path) values (?, 'CITY', '导入市', ?)",
            AREA,
            AREA + "/");
    TestDatabase.owner()
        .update(
            """
            insert into department (id, version, code, name, area_code)
            values (gen_random_uuid(), 1, 'import-test', '局', ?)
            """,
            AREA);
  }

  private static Read read(TableImport table, String text) {
    return ImportFile.read(table, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> faults(TableImport table, String text) {
    return takeTable.faults(table, read(table, text)).stream()
        .map(one -> one.line() + " " + one.column() + " " + one.code())
        .toList();
  }

  private static long count(String like) {
    return TestDatabase.owner()
        .one("select count(*) from officer where username like ?", row -> row.number(1), like);
  }

  @Test
  @Requirement("R116.1")
  void theTemplateStandsInBothLanguagesAndItsExampleBringsNothing() throws IOException {
    for (var sheet : List.of(true, false)) {
      var out = new ByteArrayOutputStream();
      ImportFile.template(officers, sheet, out);
      var top = Tables.top(out.toByteArray(), 5);
      assertEquals(2, top.size());
      assertEquals("用户名 / Username", top.get(0).get(0));
      assertEquals("zhang.san", top.get(1).get(0));
      assertEquals(
          "table.empty",
          assertThrows(Refusal.class, () -> ImportFile.read(officers, out.toByteArray())).code());
    }
    var out = new ByteArrayOutputStream();
    ImportFile.template(officers, false, out);
    var filled = out.toString(StandardCharsets.UTF_8) + "new.one,新人,import-test,,\r\n";
    assertEquals(List.of(3), lines(read(officers, filled)));
  }

  private static List<Integer> lines(Read read) {
    return read.lines().stream().map(Line::number).toList();
  }

  @Test
  @Requirement("R116.2")
  void everyFaultIsNamedAndNothingWritten() {
    assertEquals(
        List.of(
            "2 username officer.username",
            "3 name cell.empty",
            "4 department department.unknown",
            "5 area area.unknown",
            "6 roles officer.role"),
        faults(
            officers,
            HEADER
                + "Ü,张三,import-test,,\n"
                + "fault.b,,import-test,,\n"
                + "fault.c,张三,nowhere,,\n"
                + "fault.d,张三,import-test,123,\n"
                + "fault.e,张三,import-test,,admin.security\n"
                + "fault.f,张三,import-test,,\n"));
    assertEquals(
        List.of("2 name cell.empty", "2 area area.unknown"),
        faults(departments, "代码,名称,区划代码\nfault,,123\n"),
        "all of a line, each cell once");
    assertEquals(0, count("fault.%"));
  }

  @Test
  @Requirement("R116.3")
  void aTableIsTakenOverAsAWholeOrNotAtAll() {
    var good = HEADER + "whole.a,张三,import-test,,\nwhole.b,李四,import-test,,\n";
    var bad = good + "whole.c,王五,nowhere,,\n";
    var refused =
        assertThrows(
            Refusal.class, () -> takeTable.take(officers, read(officers, bad), Progress.unseen()));
    assertEquals("import.faults", refused.code());
    assertEquals(List.of(1), refused.arguments());
    assertEquals(0, count("whole.%"));
    assertEquals(2, takeTable.take(officers, read(officers, good), Progress.unseen()));
    assertEquals(2, count("whole.%"));
    assertEquals(
        List.of("2 username officer.twice", "3 username officer.twice"), faults(officers, good));
  }

  @Test
  @Requirement("R116.3")
  void aDepartmentThatIsKnownIsRenamed() {
    var table = "代码,名称,区划代码\nimport-again,旧名,%s\n".replace("%s", AREA);
    takeTable.take(departments, read(departments, table), Progress.unseen());
    takeTable.take(departments, read(departments, table.replace("旧名", "新名")), Progress.unseen());
    assertEquals(
        List.of("新名"),
        TestDatabase.owner()
            .list("select name from department where code = 'import-again'", row -> row.text(1)));
  }

  @Test
  @Requirement("R116.4")
  void whatCouldRunOrRepeatsIsRefused() {
    assertEquals(
        List.of(
            "2 name cell.formula",
            "3 name cell.formula",
            "4 name cell.formula",
            "6 username cell.twice",
            "7 name cell.too-long",
            "8 name cell.control"),
        faults(
            officers,
            HEADER
                + "form.a,\"=HYPERLINK(\"\"http://x\"\")\",import-test,,\n"
                + "form.b,@SUM(A1),import-test,,\n"
                + "form.c,＝1+1,import-test,,\n"
                + "form.d,张三,import-test,,\n"
                + "FORM.D,张三,import-test,,\n"
                + "form.e,"
                + "长".repeat(41)
                + ",import-test,,\n"
                + "form.f,张\u0007三,import-test,,\n"));
    assertEquals(
        List.of(),
        faults(officers, HEADER + "form.g,-5,import-test,,\nform.h,+86 1,import-test,,\n"));
  }

  @Test
  @Requirement("R116.5")
  void filesOfEveryEncodingAreReadAndOthersRefusedInWords() throws IOException {
    var text = HEADER + "enc.a,张三,import-test,,\n";
    var utf8 = text.getBytes(StandardCharsets.UTF_8);
    var marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    var gbk = text.getBytes(Charset.forName("GB18030"));
    for (var content : List.of(utf8, marked, gbk, sheet())) {
      var read = ImportFile.read(officers, content);
      assertEquals(List.<Rejection>of(), read.faults());
      assertEquals("张三", read.lines().get(0).value("name"));
    }
    assertEquals("table.empty", refusal(new byte[0]));
    assertEquals("table.empty", refusal(HEADER.getBytes(StandardCharsets.UTF_8)));
    assertEquals("table.unreadable", refusal(text.getBytes(StandardCharsets.UTF_16LE)));
    var old = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 600);
    System.arraycopy(new byte[] {(byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1}, 0, old, 4, 4);
    assertEquals("table.old-excel", refusal(old));
    var missing = assertThrows(Refusal.class, () -> read(officers, "用户名,姓名\na.b,张三\n"));
    assertEquals("table.column-missing", missing.code());
    assertEquals(List.of("部门代码 / Department code"), missing.arguments());
  }

  private String refusal(byte[] content) {
    return assertThrows(Refusal.class, () -> ImportFile.read(officers, content)).code();
  }

  private static byte[] sheet() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var writer = new XlsxWriter(out)) {
      writer.line(List.of("Username", "Name", "Department code"));
      writer.line(List.of("enc.a", "张三", "import-test"));
    }
    return out.toByteArray();
  }

  @Test
  @Requirement("R116.5")
  void aHundredThousandLinesAreReadAndOneMoreIsRefused() {
    var rows =
        IntStream.rangeClosed(1, ImportFile.MOST)
            .mapToObj(number -> "many." + number + ",张三,import-test,,\n")
            .collect(Collectors.joining());
    assertEquals(ImportFile.MOST, read(officers, HEADER + rows).lines().size());
    var refused =
        assertThrows(
            Refusal.class, () -> read(officers, HEADER + rows + "one.more,张三,import-test,,\n"));
    assertEquals("table.too-many-lines", refused.code());
  }

  @Test
  @Requirement("R116.3")
  void tenThousandOfficersComeInOneTable() {
    var rows =
        IntStream.rangeClosed(1, 10_000)
            .mapToObj(number -> "ten." + number + ",张三,import-test,,\n")
            .collect(Collectors.joining());
    var kept = takeTable.take(officers, read(officers, HEADER + rows), Progress.unseen());
    assertEquals(10_000, kept);
    assertTrue(count("ten.%") == 10_000);
  }
}
