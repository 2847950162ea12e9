package firstline.console.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcceptedLanguageTest {
  @Test
  void theHeavierOfTheTwoLanguagesWins() {
    assertEquals(Optional.of("en"), Accepted.language("en-GB,zh;q=0.3"));
    assertEquals(Optional.of("zh"), Accepted.language("en;q=0.2, zh-CN;q=0.9"));
  }

  @Test
  void ofEqualsTheFirstWins() {
    assertEquals(Optional.of("en"), Accepted.language("EN,zh"));
    assertEquals(Optional.of("zh"), Accepted.language("zh,en"));
  }

  @Test
  void nothingIsChosenForAThirdLanguageOrNonsense() {
    assertEquals(Optional.empty(), Accepted.language(null));
    assertEquals(Optional.empty(), Accepted.language("de, fr;q=0.8"));
    assertEquals(Optional.empty(), Accepted.language("en;q=0"));
    assertEquals(Optional.empty(), Accepted.language("en;q=oops,;;,"));
  }
}
