package firstline.console.situation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.console.SmallCity;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.situation.SituationContribution;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TheBoardOfADutyRoomTest {
  private static final String CITY = "959300000000";
  private static final String EAST = "959301000000";
  private static final String WEST = "959302000000";
  private static final String VILLAGE = "959301001001";

  /** Two modules that tell of an area, of one below it, and of one elsewhere. */
  private static final SituationContribution ROADS = module("roads", 20, 3, VILLAGE);

  private static final SituationContribution RIVERS = module("rivers", 10, 9, CITY);

  private static SituationContribution module(String name, int order, long count, String area) {
    return new SituationContribution() {
      @Override
      public List<Tile> tiles(String root) {
        return List.of(new Tile(name, order, count, Compared.OF, 10, true, "/console/" + name));
      }

      @Override
      public List<Heat> heat(String root) {
        return List.of(
            new Heat(name, area, count),
            new Heat(name, EAST, 1),
            new Heat(name, "959400000000", 99));
      }
    };
  }

  @BeforeAll
  static void aCity() {
    SmallCity.found("9593", "态势市", "9594");
  }

  private static BoardQueries board(String own) {
    var desk = SmallCity.desk(own);
    return new BoardQueries(TestDatabase.sql(), desk, Stream.of(ROADS, RIVERS));
  }

  @Test
  @Requirement("R103.1")
  void theNumbersOfAllModulesStandInTheirOrder() {
    var board = board(CITY);
    assertEquals(
        List.of("rivers", "roads"),
        board.tiles(board.top(CITY)).stream().map(SituationContribution.Tile::key).toList());
  }

  @Test
  @Requirement("R103.2")
  void whatPressesIsCarriedByTheAreaRightBelowTheWorstFirst() {
    var board = board(CITY);
    assertEquals(
        List.of(
            new BoardQueries.Place(CITY, "态势市", 2, Map.of("rivers", 9L), 9, 4),
            new BoardQueries.Place(EAST, "东县", 1, Map.of("rivers", 1L, "roads", 4L), 5, 3),
            new BoardQueries.Place(WEST, "西县", 1, Map.of(), 0, 0)),
        board.places(board.top(CITY)));
    assertEquals(
        List.of(
            new BoardQueries.Place(VILLAGE, "东村", 1, Map.of("roads", 3L), 3, 3),
            new BoardQueries.Place(EAST, "东县", 1, Map.of("rivers", 1L, "roads", 1L), 2, 2)),
        board.places(board.top(EAST)));
  }

  @Test
  @Requirement("R103.2")
  void aHandfulIsNotTheGravest() {
    assertEquals(0, BoardQueries.level(0, 0));
    assertEquals(1, BoardQueries.level(1, 1));
    assertEquals(4, BoardQueries.level(4, 4));
    assertEquals(1, BoardQueries.level(4, 17));
    assertEquals(4, BoardQueries.level(17, 17));
  }

  @Test
  @Requirement("R103.4")
  void thereIsNoBoardOfAnAreaOutsideOnesOwn() {
    var board = board(EAST);
    assertEquals("", board.top(EAST).parent());
    assertEquals(EAST, board.top(VILLAGE).parent());
    for (var outside : List.of(CITY, WEST, "959400000000", "")) {
      assertThrows(NotFound.class, () -> board.top(outside), outside);
    }
  }
}
