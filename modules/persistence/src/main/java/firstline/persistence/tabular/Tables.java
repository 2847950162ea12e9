package firstline.persistence.tabular;

import com.fasterxml.aalto.UncheckedStreamException;
import firstline.persistence.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/**
 * Reads a table from CSV (UTF-8 with or without a byte-order mark, or GB18030 as Excel in China
 * writes it; comma, semicolon or tab) or from the first sheet of an XLSX file.
 */
public final class Tables {
  /** Limits of what is read at all. */
  public static final int BYTES = 20 << 20;

  private static final long UNZIPPED = 200L << 20;
  private static final int LINES = 200_000;
  private static final int CELL = 20_000;
  private static final int COLUMNS = 256;

  /** How a file begins that Excel wrote before 2007, and Word and others with it. */
  private static final byte[] OLD_EXCEL = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  private static final Pattern WEB_PAGE =
      Pattern.compile("^[^<]{0,8}<(!doctype html|html|table|\\?mso)", Pattern.CASE_INSENSITIVE);
  private static final int START = 64;

  /** Digits of the longest number that is written out; 1E+2000000000 has more. */
  private static final int DIGITS = 40;

  private Tables() {}

  /**
   * Reads the lines.
   *
   * @param columns the columns' names, each with the headers that mean it, in lower case
   * @param required names of columns that must be there
   * @throws Refusal {@code table.empty}, {@code table.too-large}, {@code table.too-many-lines},
   *     {@code table.too-many-columns}, {@code table.cell-too-long}, {@code table.unreadable},
   *     {@code table.column-missing} with the column, {@code table.old-excel}, {@code
   *     table.web-page}
   */
  public static List<Line> read(
      byte[] content, Map<String, List<String>> columns, List<String> required) {
    var rows = rows(content);
    var places = places(rows.get(0).cells(), columns);
    for (var name : required) {
      if (!places.containsValue(name)) {
        throw new Refusal("table.column-missing", name);
      }
    }
    var lines = new ArrayList<Line>();
    for (var row : rows.subList(1, rows.size())) {
      var values = new HashMap<String, String>();
      for (var i = 0; i < row.cells().size(); i++) {
        var name = places.get(i);
        if (name != null) {
          values.put(name, row.cells().get(i).strip());
        }
      }
      if (values.values().stream().anyMatch(value -> !value.isEmpty())) {
        lines.add(new Line(row.number(), values));
      }
    }
    return lines;
  }

  /**
   * The header and the first lines as they stand, for whoever must say what the columns mean.
   *
   * @throws Refusal as {@link #read}, but for columns
   */
  public static List<List<String>> top(byte[] content, int lines) {
    return rows(content).stream()
        .limit(lines + 1L)
        .map(row -> row.cells().stream().map(String::strip).toList())
        .toList();
  }

  private static List<Raw> rows(byte[] content) {
    if (content.length == 0) {
      throw new Refusal("table.empty");
    }
    if (content.length > BYTES) {
      throw new Refusal("table.too-large", BYTES >> 20);
    }
    requireTable(content);
    var rows = isZip(content) ? workbook(content) : csv(content);
    if (rows.isEmpty()) {
      throw new Refusal("table.empty");
    }
    return Headers.whole(rows);
  }

  /** A row as it stands. */
  record Raw(int number, List<String> cells) {}

  /** What people take for a workbook and is none: a format of old, a page of the web. */
  private static void requireTable(byte[] content) {
    if (startsWith(content, OLD_EXCEL)) {
      throw new Refusal("table.old-excel");
    }
    var start =
        new String(content, 0, Math.min(content.length, START), StandardCharsets.ISO_8859_1);
    if (WEB_PAGE.matcher(start).find()) {
      throw new Refusal("table.web-page");
    }
  }

  private static boolean startsWith(byte[] content, byte[] start) {
    return content.length >= start.length
        && Arrays.equals(content, 0, start.length, start, 0, start.length);
  }

  private static Map<Integer, String> places(
      List<String> header, Map<String, List<String>> columns) {
    var places = new HashMap<Integer, String>();
    for (var i = 0; i < header.size(); i++) {
      var text = header.get(i).strip().toLowerCase(Locale.ROOT);
      for (var column : columns.entrySet()) {
        if (column.getKey().equals(text) || column.getValue().contains(text)) {
          places.put(i, column.getKey());
        }
      }
    }
    return places;
  }

  private static boolean isZip(byte[] content) {
    return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3;
  }

  private static List<Raw> csv(byte[] content) {
    var text = text(content);
    var end = text.indexOf('\n');
    var header = end < 0 ? text : text.substring(0, end);
    var delimiter = header.contains("\t") ? '\t' : header.contains(";") ? ';' : ',';
    var format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
    try (var parser = format.parse(new StringReader(text))) {
      var rows = new ArrayList<Raw>();
      for (var line : parser) {
        // A quoted value may span lines: the parser's own count is where the line ends.
        rows.add(add(rows.size(), (int) parser.getCurrentLineNumber(), line.toList()));
      }
      return rows;
    } catch (IOException | IllegalStateException | UncheckedIOException e) {
      throw new Refusal("table.unreadable");
    }
  }

  private static Raw add(int read, int number, List<String> cells) {
    if (read >= LINES) {
      throw new Refusal("table.too-many-lines", LINES);
    }
    requireNarrow(number, cells.size());
    for (var cell : cells) {
      if (cell.length() > CELL) {
        throw new Refusal("table.cell-too-long", number, CELL);
      }
    }
    return new Raw(number, cells);
  }

  private static void requireNarrow(int number, int cells) {
    if (cells > COLUMNS) {
      throw new Refusal("table.too-many-columns", number, COLUMNS);
    }
  }

  private static String text(byte[] content) {
    for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        var text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        if (text.indexOf('\u0000') >= 0) {
          throw new Refusal("table.unreadable");
        }
        // Away before the parser: between the mark and a quoted header there is no quote to see.
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        // The next one may fit.
      }
    }
    throw new Refusal("table.unreadable");
  }

  private static List<Raw> workbook(byte[] content) {
    requireHarmless(content);
    try {
      return firstSheet(content);
    } catch (IOException
        | UncheckedIOException
        | UncheckedStreamException
        | ExcelReaderException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | NoSuchElementException e) {
      // The reader's own answers to bytes that are no text, to a package without a workbook or a
      // sheet, to a cell without an address.
      throw new Refusal("table.unreadable");
    }
  }

  private static List<Raw> firstSheet(byte[] content) throws IOException {
    // Without formats: they are not looked at, and a workbook without styles has none.
    try (var workbook =
            new ReadableWorkbook(
                new ByteArrayInputStream(content), new ReadingOptions(false, false));
        var stream = workbook.getFirstSheet().openStream()) {
      var rows = new ArrayList<Raw>();
      var iterator = stream.iterator();
      while (iterator.hasNext()) {
        var row = iterator.next();
        // A single cell far to the right makes a row of 16,384: counted before it is copied.
        requireNarrow(row.getRowNum(), row.getCellCount());
        var cells = new ArrayList<String>();
        for (var i = 0; i < row.getCellCount(); i++) {
          cells.add(row.getOptionalCell(i).map(Tables::text).orElse(""));
        }
        rows.add(add(rows.size(), row.getRowNum(), cells));
      }
      return rows;
    }
  }

  /** A code that was typed as a number is still its digits, never 5.115E+11. */
  private static String text(Cell cell) {
    if (cell.getValue() instanceof BigDecimal number && Math.abs((long) number.scale()) <= DIGITS) {
      return number.stripTrailingZeros().toPlainString();
    }
    return cell.getText();
  }

  /** A small file can unpack to terabytes: it is unpacked once, counting, before it is read. */
  private static void requireHarmless(byte[] content) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
      var buffer = new byte[8_192];
      var total = 0L;
      while (zip.getNextEntry() != null) {
        for (var n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
          total += n;
          if (total > UNZIPPED) {
            throw new Refusal("table.too-large", UNZIPPED >> 20);
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // The latter for an entry whose name is no text.
      throw new Refusal("table.unreadable");
    }
  }
}
