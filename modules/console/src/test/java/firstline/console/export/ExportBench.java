package firstline.console.export;

import firstline.console.kept.Arrangement;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.export.Address;
import firstline.persistence.export.ListExport;
import firstline.persistence.job.Progress;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * How long 200,000 rows of 20 columns take as a file, in a JVM that has 64 MB of its heap free: the
 * rest is taken up beforehand. What does not fit ends it.
 */
public final class ExportBench {
  private static final int ROWS = 200_000;
  private static final int COLUMNS = 20;
  private static final int LEFT = 64;
  private static final double NANOS = 1e9;
  private static final double MEGA = 1 << 20;
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private record Row(UUID id, Instant at, List<String> cells) {}

  /** A list read by its key, as the console's lists are. */
  private record Wide(Sql sql) implements ListExport {
    @Override
    public String list() {
      return "wide";
    }

    @Override
    public List<String> columns() {
      return IntStream.rangeClosed(1, COLUMNS).mapToObj(n -> "column " + n).toList();
    }

    @Override
    public Part rows(Address asked, String after, int size) {
      var cursor = ListExport.cursor(after, size);
      var fetched =
          sql.list(
              Select.from("select r.id, r.at, r.cells from bench_row r")
                  .newestFirst("r.at", "r.id", cursor, 1),
              row -> new Row(row.id(1), row.instant(2), row.texts(3)));
      var page = Page.of(fetched, 1, cursor, row -> Cursor.of(row.at(), row.id()));
      return new Part(
          page.rows().stream().map(row -> new Line(row.id().toString(), row.cells())).toList(),
          page.after());
    }
  }

  private ExportBench() {}

  /** Prints a line for each figure. */
  public static void main(String[] arguments) throws IOException {
    var owner = TestDatabase.keptOwner();
    owner.update("create table bench_row (id uuid, at timestamptz, cells text[])");
    owner.update(
        """
        insert into bench_row select gen_random_uuid(), timestamptz '2026-01-01' + n * interval '1 second',
          array(select '单元格' || n || '之' || k || '，口罩涨价' from generate_series(1, ?) k)
        from generate_series(1, ?) n
        """,
        COLUMNS,
        ROWS);
    owner.update("create index on bench_row (at desc, id desc)");
    owner.update("analyze bench_row");
    var ballast = ballast();
    OUT.println(
        String.format(
            Locale.ROOT,
            "%-46s %5.0f MB (aim 64 MB)",
            "heap that is free, " + ballast.size() + " MB taken up",
            (Runtime.getRuntime().maxMemory() - used()) / MEGA));
    for (var round = 0; round < 2; round++) {
      for (var format : Format.values()) {
        write(owner, format);
      }
    }
    Reference.reachabilityFence(ballast);
  }

  private static void write(Sql sql, Format format) throws IOException {
    var file = Files.createTempFile("firstline-bench", "." + format.ending());
    try {
      var list = new ListFile(new Wide(sql), Arrangement.read(""));
      var begun = System.nanoTime();
      long rows;
      try (var out = Files.newOutputStream(file)) {
        rows = list.write(format, list.titles(), Address.of(""), out, Progress.unseen());
      }
      var seconds = (System.nanoTime() - begun) / NANOS;
      OUT.println(
          String.format(
              Locale.ROOT,
              "%-46s %5.1f s (aim 15 s), file %.0f MB",
              rows + " rows x " + COLUMNS + " columns as " + format,
              seconds,
              Files.size(file) / MEGA));
    } finally {
      Files.delete(file);
    }
  }

  /** Takes up the heap but for 64 MB. */
  private static List<byte[]> ballast() {
    var free = (Runtime.getRuntime().maxMemory() - used()) / MEGA - LEFT;
    return IntStream.range(0, (int) free).mapToObj(n -> new byte[(int) MEGA]).toList();
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
