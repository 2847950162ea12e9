package firstline.broadcast.standing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecidingTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final UUID WRITER = UUID.randomUUID();
  private static final List<String> PATHS =
      List.of("1/", "1/11/", "1/11/111/", "1/12/", "1/12/121/");

  @Test
  @Requirement({"R51.1", "R51.2"})
  void nothingIsOrderedWithoutAVerifiedSignatureAndARuleThatFitsItAll() {
    var outcomes = new TreeMap<String, Integer>();
    Seeded.cases(
        20_000,
        draw -> {
          var alert = alert(draw);
          var rules = rules(draw);
          var decision = Decision.of(alert, rules, NOW);
          var rule = decision.rule();
          var fitting = rules.stream().filter(one -> fits(one, alert)).toList();
          if (rule != null) {
            assertTrue(alert.draft() && !alert.signer().isEmpty() && !alert.unknown());
            assertTrue(fitting.contains(rule), "only a rule that fits orders");
            assertEquals(
                fitting.stream()
                    .min(
                        Comparator.<Rule>comparingInt(one -> -one.path().length())
                            .thenComparingLong(Rule::no))
                    .orElseThrow(),
                rule,
                "the nearest, then the oldest");
            assertEquals("", decision.held());
          } else {
            var gone =
                fitting.stream().anyMatch(one -> one.spoken().template() && isEmpty(one.spoken()));
            assertTrue(fitting.isEmpty() || gone, "what fits is ordered");
            var spokenOf = rules.stream().anyMatch(one -> one.sender().equals(alert.sender()));
            assertEquals(spokenOf && alert.draft(), !decision.held().isEmpty(), "and says why");
          }
          outcomes.merge(rule == null ? "held " + decision.held() : "ordered", 1, Integer::sum);
        });
    assertEquals(10, outcomes.size(), "all occur: " + outcomes);
    for (var outcome : outcomes.keySet()) {
      var key = "standing.held." + outcome.replace("held ", "");
      assertTrue(
          outcome.equals("ordered")
              || outcome.equals("held ")
              || (Bundles.knows("zh", key) && Bundles.knows("en", key)),
          outcome);
    }
  }

  private static boolean isEmpty(Rule.Spoken spoken) {
    return spoken.text().isEmpty();
  }

  /** The same said in another way: one condition beside the other. */
  private static boolean fits(Rule rule, Arrived alert) {
    return alert.draft()
        && Duration.between(alert.sent(), NOW).toSeconds() <= 3_600
        && !alert.signer().isEmpty()
        && rule.signer().equals(alert.signer())
        && rule.sender().equals(alert.sender())
        && (rule.event().isEmpty()
            || (!alert.events().isEmpty()
                && alert.events().stream().filter(rule.event()::equals).count()
                    == alert.events().size()))
        && alert.level() > 0
        && alert.level() <= rule.leastLevel()
        && !alert.unknown()
        && !alert.places().isEmpty()
        && alert.places().stream().noneMatch(place -> !place.startsWith(rule.path()));
  }

  @Test
  @Requirement("R51.1")
  void withoutARuleEverythingIsADraftWithoutAWord() {
    Seeded.cases(
        200,
        draw -> {
          var decision = Decision.of(alert(draw), List.of(), NOW);
          assertNull(decision.rule());
          assertEquals("", decision.held());
        });
  }

  private static Arrived alert(Draw draw) {
    return new Arrived(
        draw.of("weather", "weather", "water"),
        NOW.minusSeconds(draw.of(0L, 3_600L, 3_600L, 3_601L, 90_000L)),
        draw.of("", "k1", "k1", "k2"),
        draw.chance(0.9),
        draw.list(0, 2, each -> each.of("rain", "rain", "flood")),
        draw.between(0, 4),
        draw.list(0, 2, each -> each.of(PATHS)),
        draw.chance(0.1),
        "text",
        draw.chance(0.5) ? null : Instant.EPOCH);
  }

  private static List<Rule> rules(Draw draw) {
    var rules = new ArrayList<Rule>();
    for (var i = draw.between(0, 4); i > 0; i--) {
      rules.add(
          new Rule(
              i,
              "111111111111",
              draw.of(PATHS),
              draw.of("weather", "weather", "water"),
              draw.of("k1", "k1", "k2"),
              draw.of("", "rain", "flood"),
              draw.between(1, 4),
              new Rule.Spoken(draw.chance(0.3), draw.of("", "spoken", "spoken"), 30),
              new Rule.Writer(WRITER, "王敏", WRITER, "广电")));
    }
    return rules;
  }
}
