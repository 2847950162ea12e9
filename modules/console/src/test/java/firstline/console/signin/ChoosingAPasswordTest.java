package firstline.console.signin;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.chosen.ChosenSettings;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Seeded;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChoosingAPasswordTest {
  private final Sql sql = TestDatabase.sql();
  private final MutableClock clock = MutableClock.at("2026-11-24T02:00:00Z");

  @BeforeEach
  void nothingIsChosen() {
    TestDatabase.owner().update("truncate setting");
  }

  @ThreeLocales
  @Requirement("R112.5")
  void classifiedProtectionAsksForThreeKinds() {
    refused("password.short", "Ri7-xyz");
    refused("password.kinds", "riverbankmoonlight");
    refused("password.kinds", "riverbank2931moon");
    refused("password.kinds", "RIVERBANK2931MOON");
    taken("Riverb42");
    taken("riverb4-");
    taken("RIVERB4-");
    taken("江水river42");
  }

  @Test
  @Requirement("R112.6")
  void asvsAsksForLengthAlone() {
    choose("password.policy", "asvs");
    refused("password.short", "Riverb42-ab");
    taken("riverbankmoonlight");
    taken("长江边上的月光照着老码头上");
  }

  @Test
  @Requirement("R112.6")
  void whatEverybodyTriesIsRefusedUnderBoth() {
    for (var policy : new String[] {"mlps3", "asvs"}) {
      choose("password.policy", policy);
      refused("password.known", "P@ssw0rd1234".substring(0, 12));
      refused("password.known", "Admin123Abc1");
      refused("password.known", "Aaaaaaaa1111");
      refused("password.name", "Li.min-20268");
    }
    choose("password.policy", "mlps3");
    refused("password.known", "Passw0rd");
    refused("password.known", "Woaini520!");
    refused("password.known", "Qwerty12");
  }

  @Test
  @Requirement({"R112.5", "R112.6"})
  void whatIsTakenHasWhatThePolicyAsksFor() {
    Seeded.cases(
        400,
        draw -> {
          var password = draw.text(1, 20);
          try {
            NewPassword.require(NewPassword.MLPS3, password, "li.min");
            assertTrue(password.codePointCount(0, password.length()) >= 8, password);
            var kinds = 0;
            kinds += password.codePoints().anyMatch(Character::isUpperCase) ? 1 : 0;
            kinds += password.codePoints().anyMatch(Character::isLowerCase) ? 1 : 0;
            kinds += password.codePoints().anyMatch(Character::isDigit) ? 1 : 0;
            kinds +=
                password
                        .codePoints()
                        .anyMatch(
                            one ->
                                !Character.isUpperCase(one)
                                    && !Character.isLowerCase(one)
                                    && !Character.isDigit(one))
                    ? 1
                    : 0;
            assertTrue(kinds >= 3, password);
          } catch (Refusal refusal) {
            assertTrue(refusal.code().startsWith("password."), refusal.code());
          }
        });
  }

  @Test
  @Requirement("R112.7")
  void anOldPasswordIsOverdueUnderClassifiedProtectionAlone() {
    var since = clock.instant();
    clock.move(Duration.ofDays(90));
    assertFalse(policy().overdue(since));
    clock.move(Duration.ofSeconds(1));
    assertTrue(policy().overdue(since));
    choose("password.days", "180");
    assertFalse(policy().overdue(since));
    choose("password.days", "30");
    choose("password.policy", "asvs");
    assertFalse(policy().overdue(since));
  }

  @Test
  @Requirement("R112.7")
  void aChangeForTheSameIsNone() {
    assertEquals(
        "password.same",
        assertThrows(Refusal.class, () -> policy().requireOther("Riverb42", "Riverb42")).code());
    assertDoesNotThrow(() -> policy().requireOther("Riverb43", "Riverb42"));
  }

  private void choose(String key, String value) {
    sql.update(
        "insert into setting (key, value, version) values (?, ?, 1)"
            + " on conflict (key) do update set value = excluded.value",
        key,
        value);
  }

  private void taken(String password) {
    assertDoesNotThrow(() -> policy().require(password, "li.min"));
  }

  private void refused(String code, String password) {
    assertEquals(
        code,
        assertThrows(Refusal.class, () -> policy().require(password, "li.min"), password).code());
  }

  private PasswordPolicy policy() {
    return new PasswordPolicy(sql, new ChosenSettings(sql), clock);
  }
}
