package firstline.console.imports;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.imports.ImportFile;
import firstline.persistence.imports.TakeTable;
import firstline.persistence.job.Progress;
import firstline.persistence.officer.OfficerImport;
import firstline.persistence.tabular.CsvWriter;
import firstline.persistence.tabular.XlsxWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** How long a table of 10,000 officers takes, from the file to the commit. Run by hand. */
public final class BringBench {
  private static final PrintStream OUT = System.out;
  private static final int ROWS = 10_000;
  private static final double NANOS = 1e9;
  private static final String AREA = "967700000000";

  private BringBench() {}

  /** Prints a line for each figure. */
  public static void main(String[] arguments) throws IOException {
    var owner = TestDatabase.owner();
    owner.update(
        "insert into area (code, level, name, path) values (?, 'CITY', '导入市', ?)",
        AREA,
        AREA + "/");
    owner.update(
        """
        insert into department (id, version, code, name, area_code)
        values (gen_random_uuid(), 1, 'bench', '局', ?)
        """,
        AREA);
    take("CSV", csv("c"));
    take("XLSX", sheet("x"));
    take("CSV", csv("d"));
    take("XLSX", sheet("y"));
  }

  private static void take(String format, byte[] content) {
    var begun = System.nanoTime();
    var kept =
        TestDatabase.inTransaction(
            sql -> {
              var officers = new OfficerImport(sql, Clock.systemUTC());
              return new TakeTable()
                  .take(officers, ImportFile.read(officers, content), Progress.unseen());
            });
    OUT.println(
        String.format(
            Locale.ROOT,
            "%-46s %5.1f s (aim 20 s)",
            kept + " officers of a table as " + format,
            (System.nanoTime() - begun) / NANOS));
  }

  private static List<String> line(String mark, int number) {
    return List.of(mark + "." + number, "张三" + number, "bench", AREA, "");
  }

  private static final List<String> HEADER = List.of("用户名", "姓名", "部门代码", "区划代码", "角色");

  private static byte[] csv(String mark) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      var csv = new CsvWriter(writer);
      csv.line(HEADER);
      for (var number = 1; number <= ROWS; number++) {
        csv.line(line(mark, number));
      }
    }
    return out.toByteArray();
  }

  private static byte[] sheet(String mark) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var writer = new XlsxWriter(out)) {
      writer.line(HEADER);
      for (var number = 1; number <= ROWS; number++) {
        writer.line(line(mark, number));
      }
    }
    return out.toByteArray();
  }
}
