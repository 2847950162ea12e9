package firstline.persistence.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DutyTest {
  @Test
  void aDutyThatFailsIsDoneAgainTheNextTime() {
    var runs = new int[1];
    var duty =
        Duty.of(
            "test",
            () -> {
              runs[0]++;
              throw new IllegalStateException("the database is away");
            });
    duty.run();
    duty.run();
    assertEquals(2, runs[0]);
  }

  @Test
  void anErrorOfTheMachineIsNotHidden() {
    var duty =
        Duty.of(
            "test",
            () -> {
              throw new AssertionError();
            });
    assertThrows(AssertionError.class, duty::run);
  }
}
