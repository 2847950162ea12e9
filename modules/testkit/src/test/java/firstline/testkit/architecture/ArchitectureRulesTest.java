package firstline.testkit.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One small city in fixture packages. Without the classes marked {@link Breaks} every rule is
 * green; each of those alone turns exactly the rules red that it names.
 */
class ArchitectureRulesTest {
  private static final String ROOT = "firstline.testkit.fixture";
  private static final JavaClasses ALL = new ClassFileImporter().importPackages(ROOT);
  private static final ArchitectureRules RULES = new ArchitectureRules(ROOT);

  static Collection<String> rules() {
    return RULES.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isGreenWithoutFaults(String name) {
    var result = rule(name).evaluate(ALL.that(are(type -> broken(type).isEmpty())));
    assertFalse(result.hasViolation(), () -> result.getFailureReport().toString());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void turnsRedByEachFaultAlone(String name) {
    var faults = ALL.stream().filter(type -> broken(type).contains(name)).toList();
    assertFalse(faults.isEmpty(), "a rule that no fixture turns red proves nothing");
    for (var fault : faults) {
      var result = rule(name).evaluate(with(fault));
      assertTrue(result.hasViolation(), () -> fault.getName() + " passes");
      assertTrue(
          result.getFailureReport().getDetails().stream()
              .anyMatch(detail -> detail.contains(fault.getSimpleName())),
          () -> "the report names the fault: " + result.getFailureReport());
    }
  }

  @Test
  void aFaultBreaksTheRulesThatItNamesAndNoOthers() {
    for (var fault : ALL) {
      if (broken(fault).isEmpty() || fault.getEnclosingClass().isPresent()) {
        continue;
      }
      var red =
          RULES.all().entrySet().stream()
              .filter(rule -> rule.getValue().evaluate(with(fault)).hasViolation())
              .map(java.util.Map.Entry::getKey)
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(new TreeSet<>(broken(fault)), red, fault.getName());
    }
  }

  @Test
  void everyFaultNamesARule() {
    for (var fault : ALL) {
      assertTrue(rules().containsAll(broken(fault)), fault.getName());
    }
  }

  private static ArchRule rule(String name) {
    var rule = RULES.all().get(name);
    if (rule == null) {
      throw new IllegalArgumentException(name);
    }
    return rule;
  }

  /** The sound classes and this one, with what is nested in it. */
  private static JavaClasses with(JavaClass fault) {
    return ALL.that(
        are(
            type ->
                broken(type).isEmpty()
                    || Conditions.outermost(type).equals(Conditions.outermost(fault))));
  }

  private static DescribedPredicate<JavaClass> are(java.util.function.Predicate<JavaClass> test) {
    return DescribedPredicate.describe("chosen", test);
  }

  private static Set<String> broken(JavaClass type) {
    return Conditions.outermost(type)
        .tryGetAnnotationOfType(Breaks.class)
        .map(breaks -> Set.copyOf(Arrays.asList(breaks.value())))
        .orElse(Set.of());
  }
}
