package firstline.market.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Seeded;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreditCodeTest {
  @ThreeLocales
  @Requirement("R85.3")
  void codesInUseAreReadAndOthersRefused() {
    // Two that anybody may look up: Alibaba (China) and Huawei.
    for (var code : List.of("91330100799655058B", "914403001922038216")) {
      assertEquals(code, CreditCode.read(code));
    }
    assertEquals("91330100799655058B", CreditCode.read(" 91330100-799655058b "));
    for (var wrong : List.of("", "9133010079965505", "91330100799655058I", "９１３３０１００７９９６５５０５８Ｂ")) {
      assertEquals(
          "operator.code-form",
          assertThrows(Refusal.class, () -> CreditCode.read(wrong)).code(),
          wrong);
    }
    var refusal = assertThrows(Refusal.class, () -> CreditCode.read("91330100799655058C"));
    assertEquals("operator.code-check", refusal.code());
    assertEquals("B", refusal.arguments().get(1));
  }

  @Test
  @Requirement("R85.3")
  void oneWrongCharacterIsAlwaysSeen() {
    Seeded.cases(
        500,
        draw -> {
          var first = new StringBuilder();
          for (var i = 1; i < CreditCode.LENGTH; i++) {
            first.append(any(draw.random().nextInt(31)));
          }
          var code = first.toString() + CreditCode.check(first.toString());
          assertEquals(code, CreditCode.read(code));
          var place = draw.between(0, CreditCode.LENGTH - 1);
          var other = any(draw.random().nextInt(31));
          if (other != code.charAt(place)) {
            var wrong = code.substring(0, place) + other + code.substring(place + 1);
            assertThrows(Refusal.class, () -> CreditCode.read(wrong));
          }
        });
  }

  private static char any(int place) {
    return CreditCode.ALPHABET.charAt(place);
  }
}
