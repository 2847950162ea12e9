package firstline.testkit.trace;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Follows each requirement from a module's {@code package-info.java} to a test that passed. Needs
 * nothing but a JDK, so that it runs after the build: {@code java -cp
 * modules/testkit/target/classes firstline.testkit.trace.RequirementTrace .}
 */
public final class RequirementTrace {
  /**
   * What the trace says.
   *
   * @param declared number of ids
   * @param tests passing test cases by id
   * @param problems sentences; none if every id has a passing test and every tie a known id
   */
  public record Result(int declared, Map<String, Long> tests, List<String> problems) {}

  private RequirementTrace() {}

  /** Reads specifications, tests and reports of every module below {@code modules/}. */
  public static Result check(Path repositoryRoot) throws IOException {
    var reports = new ArrayList<Path>();
    for (var module : modules(repositoryRoot)) {
      reports.add(module.resolve("target/surefire-reports"));
      reports.add(module.resolve("target/failsafe-reports"));
    }
    var cases = Reports.read(reports);
    return follow(
        repositoryRoot,
        tie ->
            cases.stream()
                .filter(
                    each ->
                        each.type().equals(tie.type())
                            && (tie.method().isEmpty() || each.of(tie.method())))
                .toList());
  }

  /** What is wrong already in the sources, before a test has run. */
  public static List<String> checkSources(Path repositoryRoot) throws IOException {
    return follow(repositoryRoot, tie -> List.of(new Reports.Case(tie.type(), tie.method(), true)))
        .problems();
  }

  private static List<Path> modules(Path root) throws IOException {
    try (var folders = Files.list(root.resolve("modules"))) {
      return folders
          .filter(folder -> !folder.endsWith("testkit") && Files.isDirectory(folder))
          .sorted()
          .toList();
    }
  }

  private static Result follow(Path root, Function<Specification.Tie, List<Reports.Case>> run)
      throws IOException {
    var main = new ArrayList<Path>();
    var test = new ArrayList<Path>();
    for (var module : modules(root)) {
      main.addAll(sources(module.resolve("src/main/java")));
      test.addAll(sources(module.resolve("src/test/java")));
    }
    var problems = new ArrayList<String>();
    var declared =
        Specification.declared(
            main.stream().filter(file -> file.endsWith("package-info.java")).toList());
    declared.forEach(
        (id, files) -> {
          if (files.size() > 1) {
            problems.add(id + " is declared more than once: " + names(root, files));
          }
        });
    for (var tie : Specification.ties(main)) {
      if (!declared.containsKey(tie.id())) {
        problems.add(tie.id() + " is no requirement, but " + place(tie) + " claims to meet it");
      }
    }
    var passed = new TreeMap<String, Long>();
    for (var tie : Specification.ties(test)) {
      if (!declared.containsKey(tie.id())) {
        problems.add(tie.id() + " is no requirement, but " + place(tie) + " tests it");
        continue;
      }
      var mine = run.apply(tie);
      if (mine.isEmpty()) {
        problems.add(tie.id() + ": " + place(tie) + " did not run");
      } else if (mine.stream().anyMatch(each -> !each.passed())) {
        problems.add(tie.id() + ": " + place(tie) + " did not pass");
      } else {
        passed.merge(tie.id(), (long) mine.size(), Long::sum);
      }
    }
    declared.forEach(
        (id, files) -> {
          if (!passed.containsKey(id)) {
            problems.add(id + " of " + names(root, files) + " has no passing test");
          }
        });
    return new Result(declared.size(), passed, List.copyOf(problems));
  }

  private static String place(Specification.Tie tie) {
    return tie.method().isEmpty() ? tie.type() : tie.type() + "." + tie.method();
  }

  private static String names(Path root, List<Path> files) {
    return files.stream()
        .map(file -> root.relativize(file).toString())
        .collect(Collectors.joining(", "));
  }

  private static List<Path> sources(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Prints the result and ends with 1 if there are problems. The argument is the repository. */
  public static void main(String[] arguments) throws IOException {
    var result = check(Path.of(arguments.length > 0 ? arguments[0] : ".").toAbsolutePath());
    print(result, System.out);
    if (!result.problems().isEmpty()) {
      System.exit(1);
    }
  }

  private static void print(Result result, PrintStream out) {
    result.problems().forEach(out::println);
    out.println(
        result.declared()
            + " requirements, "
            + result.tests().size()
            + " with passing tests, "
            + result.problems().size()
            + " problems");
  }
}
