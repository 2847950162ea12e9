package firstline.persistence.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForgettingTest {
  @Test
  @Requirement("R17.1")
  void eachSliceIsAskedUntilNothingIsLeft() {
    var asked = new ArrayList<String>();
    var full = slice("full", 2 * ForgetDaily.BATCH, asked);
    var some = slice("some", ForgetDaily.BATCH + 7, asked);
    var empty = slice("empty", 0, asked);
    assertEquals(3 * ForgetDaily.BATCH + 7, ForgetDaily.forgotten(List.of(full, some, empty)));
    assertEquals(List.of("full", "full", "full", "some", "some", "empty"), asked);
  }

  private static RetentionContribution slice(String name, int rows, List<String> asked) {
    var left = new int[] {rows};
    return most -> {
      asked.add(name);
      var now = Math.min(most, left[0]);
      left[0] -= now;
      return now;
    };
  }
}
