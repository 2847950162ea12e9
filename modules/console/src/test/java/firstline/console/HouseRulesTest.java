package firstline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import firstline.testkit.architecture.ArchitectureRules;
import firstline.testkit.lint.Finding;
import firstline.testkit.lint.PageLint;
import firstline.testkit.lint.SourceLint;
import firstline.testkit.lint.WordLint;
import firstline.testkit.trace.RequirementTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules over all classes, pages, words and sources of the product. */
class HouseRulesTest {
  private static final ArchitectureRules RULES = new ArchitectureRules("firstline");
  private static final JavaClasses PRODUCT = ArchitectureRules.product();

  static Collection<String> rules() {
    return RULES.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theCodeKeeps(String name) {
    RULES.all().get(name).check(PRODUCT);
  }

  @Test
  void allModulesAreLookedAt() throws IOException {
    for (var module : modules()) {
      var sources = module.resolve("src/main/java/firstline");
      if (module.endsWith("testkit") || module.endsWith("speaker") || !Files.isDirectory(sources)) {
        continue;
      }
      var name = module.getFileName().toString().replace("market-order", "market");
      assertTrue(
          PRODUCT.stream().anyMatch(type -> type.getName().startsWith("firstline." + name + ".")),
          name);
    }
  }

  @Test
  void pagesAndWordsKeepTheHouseRules() throws IOException {
    var pages = new PageLint();
    var words = new WordLint();
    for (var module : modules()) {
      pages.below(module.resolve("src/main/webapp"));
      pages.below(module.resolve("src/main/resources/META-INF/resources"));
      words.bundles(module.resolve("src/main/resources"));
      if (!module.endsWith("testkit")) {
        words.sources(module.resolve("src/main/java"));
      }
    }
    assertTrue(pages.pages() > 5, "the pages are found");
    var findings = new ArrayList<>(pages.findings());
    findings.addAll(words.check(pages));
    findings.stream().filter(Finding::warning).forEach(System.out::println);
    keep(findings);
  }

  @Test
  void sourcesKeepTheHouseRules() throws IOException {
    var findings = new ArrayList<Finding>();
    for (var module : modules()) {
      findings.addAll(SourceLint.below(module.resolve("src/main/java")));
      findings.addAll(SourceLint.below(module.resolve("src/test/java")));
    }
    keep(findings);
  }

  /** That each of them passed is looked at after all tests; this tells it in seconds. */
  @Test
  void everyRequirementIsTested() throws IOException {
    var root = Path.of("").toAbsolutePath().getParent().getParent();
    assertEquals(List.of(), RequirementTrace.checkSources(root));
  }

  private static void keep(List<Finding> findings) {
    var errors =
        findings.stream()
            .filter(finding -> !finding.warning())
            .map(Finding::toString)
            .collect(Collectors.joining("\n"));
    assertEquals("", errors);
  }

  /** The folders beside this module's, where Maven runs the tests. */
  private static List<Path> modules() throws IOException {
    var all = Path.of("").toAbsolutePath().getParent();
    try (var folders = Files.list(all)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
          .sorted()
          .toList();
    }
  }
}
