package firstline.console.admin.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TheDictionaryTest {
  private final Dictionary dictionary = new Dictionary(TestDatabase.sql());

  @BeforeEach
  void threeValues() {
    TestDatabase.owner().update("truncate dictionary");
    for (var code : List.of("a", "b", "c")) {
      dictionary.add(new Dictionary.Add("topic", code, "甲", "A"));
    }
  }

  @Test
  void aValueMovesByOnePlaceAndStopsAtTheEnds() {
    dictionary.move(new Dictionary.Move("topic", "c", true));
    assertEquals(List.of("a", "c", "b"), codes());
    dictionary.move(new Dictionary.Move("topic", "a", false));
    assertEquals(List.of("c", "a", "b"), codes());
    dictionary.move(new Dictionary.Move("topic", "c", true));
    dictionary.move(new Dictionary.Move("topic", "b", false));
    assertEquals(List.of("c", "a", "b"), codes());
  }

  @Test
  void aCodeStandsOnceInItsKind() {
    var add = new Dictionary.Add("topic", "a", "乙", "B");
    assertEquals("dictionary.taken", assertThrows(Refusal.class, () -> dictionary.add(add)).code());
    dictionary.add(new Dictionary.Add("channel", "a", "乙", "B"));
    assertEquals(2, dictionary.kinds().size());
  }

  @Test
  void aValueThatIsSwitchedOffStaysInItsPlace() {
    dictionary.turn(new Dictionary.Switch("topic", "b", false));
    assertEquals(List.of("a", "b", "c"), codes());
    assertEquals(new Dictionary.Kind("topic", 2), dictionary.kinds().get(0));
  }

  @Test
  void aValueThatIsNotThereIsNotRenamed() {
    assertThrows(
        NotFound.class, () -> dictionary.rename(new Dictionary.Rename("topic", "z", "丁", "D")));
  }

  private List<String> codes() {
    return dictionary.values("topic").stream().map(Dictionary.Value::code).toList();
  }
}
