package firstline.console.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.desk.BroadcastLists;
import firstline.broadcast.fleet.SpeakerExport;
import firstline.broadcast.proof.ProofExport;
import firstline.market.desk.MarketLists;
import firstline.market.desk.PriceLists;
import firstline.market.quote.QuoteExport;
import firstline.persistence.export.Address;
import firstline.persistence.export.ListExport;
import firstline.persistence.export.ListExports;
import firstline.persistence.export.ListTable;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Words;
import firstline.publicity.catalogue.CatalogueExport;
import firstline.publicity.desk.PublicityLists;
import firstline.rumour.desk.RumourLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every list of the console beside the pages and queries of all modules, as they are written. */
class EveryListTest {
  private static final Pattern VIEWS = Pattern.compile("<fl:views list=\"([a-z.-]+)\"");
  private static final Pattern LIST =
      Pattern.compile("<fl:list [^>]*?name=\"([a-z.-]+)\"[^>]*?columns=\"([^\"]+)\"");
  private static final Pattern PAGED =
      Pattern.compile("<fl:list (?=[^>]*next=)[^>]*?name=\"([a-z.-]+)\"");

  /** Figures by area: as many rows as there are areas below one. */
  private static final Set<String> FIGURES = Set.of("broadcast.coverage", "broadcast.fleet");

  /** Parts of a page that is about one record, or one village. */
  private static final Set<String> OF_ONE_RECORD =
      Set.of("market.operator", "market.campaign-rows", "broadcast.play", "broadcast.why");

  private static List<ListExport> exports() {
    var modules =
        List.of(
            new RumourLists(),
            new PublicityLists(),
            new BroadcastLists(),
            new MarketLists(),
            new PriceLists(),
            new ConsoleLists());
    return Stream.concat(
            modules.stream().map(ListExports.class::cast).flatMap(one -> one.lists().stream()),
            Stream.of(
                new CatalogueExport(), new ProofExport(), new SpeakerExport(), new QuoteExport()))
        .toList();
  }

  private static List<Path> sources(String ending) throws IOException {
    try (var files = Files.walk(Path.of("").toAbsolutePath().getParent())) {
      return files
          .filter(one -> one.toString().contains("/src/main/") && one.toString().endsWith(ending))
          .toList();
    }
  }

  private static Set<String> found(Pattern pattern) throws IOException {
    var names = new TreeSet<String>();
    for (var file : sources(".xhtml")) {
      pattern.matcher(Files.readString(file)).results().forEach(one -> names.add(one.group(1)));
    }
    return names;
  }

  @Test
  @Requirement("R125.1")
  void everyListWithViewsIsTakenAlong() throws IOException {
    var expected = found(VIEWS);
    expected.removeAll(FIGURES);
    assertEquals(
        expected, new TreeSet<>(exports().stream().map(ListExport::list).toList()), "by name");
    assertTrue(expected.size() > 30, expected.toString());
  }

  @Test
  @Requirement("R125.1")
  void theColumnsOfTheTableAreThoseOfThePage() throws IOException {
    Map<String, List<String>> pages = new TreeMap<>();
    for (var file : sources(".xhtml")) {
      LIST.matcher(Files.readString(file))
          .results()
          .forEach(
              one -> pages.put(one.group(1), Arrays.asList(one.group(2).strip().split("[,\\s]+"))));
    }
    for (var export : exports()) {
      var shown = pages.get(export.list());
      if (shown != null) {
        assertEquals(shown, export.columns(), export.list());
      }
    }
  }

  @Test
  @Requirement("R125.2")
  void everyListThatHasASecondPageHasViews() throws IOException {
    var paged = found(PAGED);
    paged.removeAll(found(VIEWS));
    paged.removeAll(OF_ONE_RECORD);
    assertEquals(Set.of(), paged);
  }

  /** Whoever asks for a thousand rows of a list that always reads fifty gets fifty, and no more. */
  @Test
  @Requirement("R125.1")
  void noListReadsAFixedNumberOfRows() throws IOException {
    var wrong = new ArrayList<String>();
    for (var file : sources(".java")) {
      for (var method : Files.readString(file).split("\n  (?=public |private |static )")) {
        if (method.contains("Cursor cursor") && method.contains("limit ?\", SIZE + 1")) {
          wrong.add(file.getFileName() + ": " + method.lines().findFirst().orElse(""));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private record Thing(UUID id, long number, String state, Instant at) {}

  @Test
  @Requirement("R125.1")
  void aListIsReadOnToItsEndPartByPart() {
    var things =
        List.of(
            new Thing(new UUID(0, 3), 3, "NEW", Instant.EPOCH),
            new Thing(new UUID(0, 2), 2, "", Instant.EPOCH),
            new Thing(new UUID(0, 1), 1, "NEW", Instant.EPOCH));
    var asked = new ArrayList<Cursor>();
    var list =
        ListTable.of(new Words(), "things", Thing::id)
            .column("number", Thing::number)
            .column("nothing", thing -> null)
            .pages(
                (address, cursor) -> {
                  asked.add(cursor);
                  var from = cursor.isStart() ? 0 : 2;
                  return new Page<>(
                      things.subList(from, Math.min(from + 2, 3)),
                      "",
                      from == 0 ? Cursor.of(Instant.EPOCH, new UUID(0, 2)) : "");
                });
    var first = list.rows(Address.of(""), "", 2);
    var second = list.rows(Address.of(""), first.after(), 2);
    assertEquals(List.of("number", "nothing"), list.columns());
    assertEquals(
        List.of(Arrays.asList(3L, null), Arrays.asList(2L, null), Arrays.asList(1L, null)),
        Stream.concat(first.rows().stream(), second.rows().stream())
            .map(ListExport.Line::cells)
            .toList());
    assertEquals("", second.after());
    assertEquals(List.of(2, 2), asked.stream().map(Cursor::size).toList(), "the part's size");
  }

  private enum Kind {
    ONE,
    TWO
  }

  @Test
  @Requirement("R125.1")
  void whatAnAddressNamesIsOneOfTheKnownOrNone() {
    var address = Address.of("kind=TWO&other=THREE");
    assertEquals("TWO", address.known("kind", Kind.values()));
    assertEquals("", address.known("other", Kind.values()));
    assertEquals(Kind.TWO, address.one("kind", Kind.ONE));
    assertEquals(Kind.ONE, address.one("other", Kind.ONE));
  }
}
