package firstline.console.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.requirement.Requirement;
import firstline.testkit.seed.Seeded;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrangingColumnsTest {
  @Test
  @Requirement("R118.1")
  void theFirstStaysAndWhatIsNotNamedStandsAtTheEnd() {
    assertEquals(List.of(1, 2, 3, 4), Arrangement.read("").of(4));
    var kept = Arrangement.read("4 -2");
    assertEquals(List.of(1, 4, 2, 3, 5), kept.of(5));
    assertEquals(Set.of(2), kept.hidden());
    assertEquals(List.of(1, 2, 3), Arrangement.read("9 1 0 x -44 2 2").of(3));
    assertEquals("3 -2", Arrangement.read("3.-2").written());
  }

  @Test
  @Requirement("R118.1")
  void aColumnMovesOnePlaceAndNeverBeforeTheFirst() {
    var kept = Arrangement.read("2 3 -4");
    assertEquals(List.of(1, 2, 4, 3), kept.moved(4, -1, 4).of(4));
    assertEquals(Set.of(4), kept.moved(4, -1, 4).hidden());
    assertEquals(kept, kept.moved(2, -1, 4));
    assertEquals(kept, kept.moved(4, 1, 4));
    assertEquals(kept, kept.moved(7, 1, 4));
  }

  @Test
  @Requirement("R118.1")
  void whateverIsMovedEveryColumnStandsOnce() {
    Seeded.cases(
        100,
        draw -> {
          var columns = draw.between(2, 12);
          var kept = Arrangement.read("");
          for (var step = 0; step < 40; step++) {
            kept = kept.moved(draw.between(1, columns), draw.between(0, 1) * 2 - 1, columns);
            kept = Arrangement.read(kept.written());
          }
          assertEquals(
              IntStream.rangeClosed(1, columns).boxed().toList(),
              kept.of(columns).stream().sorted().toList());
          assertEquals(1, kept.of(columns).get(0));
        });
  }
}
