package firstline.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static firstline.testkit.architecture.Conditions.calls;
import static firstline.testkit.architecture.Conditions.outermost;
import static firstline.testkit.architecture.Conditions.that;
import static firstline.testkit.architecture.Conditions.uses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import firstline.testkit.architecture.Conditions.Finder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The house rules for code, over all classes of the product. The root is the product's package, or
 * a fixture's in which the same layout is built with faults: {@code
 * <root>.<module>.<slice>.<Class>}.
 */
public final class ArchitectureRules {
  /** What each module may import besides itself; a module that is not named: the kernel alone. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.of(
          "persistence", Set.of(),
          "rumour", Set.of("persistence"),
          "publicity", Set.of("persistence", "rumour"),
          "broadcast", Set.of("persistence", "rumour", "publicity"),
          "market", Set.of("persistence"),
          "speaker", Set.of());

  private static final Set<String> MAPPED =
      Set.of(
          "jakarta.persistence.Entity",
          "jakarta.persistence.Embeddable",
          "jakarta.persistence.MappedSuperclass");

  private final String root;

  public ArchitectureRules(String root) {
    this.root = root;
  }

  /** The product's classes on the class path; neither tests nor this kit. */
  public static JavaClasses product() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption(location -> !location.contains("/testkit"))
        // Tests of another module come packed when the whole build runs.
        .withImportOption(location -> !location.contains("-tests.jar"))
        .importPackages("firstline");
  }

  /** Every rule under its name. */
  public Map<String, ArchRule> all() {
    var rules = new LinkedHashMap<String, ArchRule>();
    rules.put("api only", apiOnly());
    rules.put("nothing imports console", nothingImportsConsole());
    rules.put("direction", direction());
    rules.put("no cycles between modules", noCyclesBetweenModules());
    rules.put("no cycles between slices", noCyclesBetweenSlices());
    rules.put("Faces in pages", facesInPages());
    rules.put("pages know no persistence", pagesKnowNoPersistence());
    rules.put("no setters on entities", noSetters());
    rules.put("entities have a version", versions());
    rules.put("no EJB", noEjb());
    rules.put("one session-scoped class", oneSessionScoped());
    rules.put("injected clock", injectedClock());
    rules.put("statements in the database slice", statementsInOnePlace());
    rules.put("no joined statements", noJoinedStatements());
    rules.put("no catch-all", noCatchAll());
    rules.put("no sleep", noSleep());
    rules.put("no defaults of the machine", noDefaults());
    rules.put("a right on every use case", rightOnEveryUseCase());
    rules.put("names", names());
    rules.put("no lonely interface", noLonelyInterface());
    rules.put("packages are null-marked", nullMarked());
    return rules;
  }

  /** A module imports from another only its api; the kernel is free to all. */
  public ArchRule apiOnly() {
    return rule(
        "import only the api of other modules",
        (type, wrong) ->
            uses(other ->
                    inProduct(other)
                        && !module(other).equals(module(type))
                        && !module(other).equals("persistence")
                        && !slice(other).equals("api"))
                .find(type, wrong));
  }

  /** The console sees all and is seen by none. */
  public ArchRule nothingImportsConsole() {
    return rule(
        "not import the console",
        (type, wrong) -> {
          if (!module(type).equals("console")) {
            uses(other -> inProduct(other) && module(other).equals("console")).find(type, wrong);
          }
        });
  }

  /** persistence ← rumour ← publicity ← broadcast, persistence ← market. */
  public ArchRule direction() {
    return rule(
        "depend on modules in the compile direction",
        (type, wrong) -> {
          var module = module(type);
          if (!module.equals("console")) {
            var allowed = MAY_IMPORT.getOrDefault(module, Set.of("persistence"));
            uses(other ->
                    inProduct(other)
                        && !module(other).equals(module)
                        && !module(other).equals("console")
                        && !allowed.contains(module(other)))
                .find(type, wrong);
          }
        });
  }

  public ArchRule noCyclesBetweenModules() {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
  }

  public ArchRule noCyclesBetweenSlices() {
    return slices()
        .matching(root + ".(*).(*)..")
        .namingSlices("$1/$2")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true);
  }

  /** Faces and its libraries appear in page beans and in the screen slices alone. */
  public ArchRule facesInPages() {
    return rule(
        "know Faces only in page beans",
        (type, wrong) -> {
          if (!page(type) && !slice(type).equals("screen")) {
            uses(within("jakarta.faces.", "org.primefaces.", "org.omnifaces.")).find(type, wrong);
          }
        });
  }

  /** A page shows rows and runs use cases; entities and statements are behind those. */
  public ArchRule pagesKnowNoPersistence() {
    return rule(
        "know no entity, entity manager or SQL in pages",
        (type, wrong) -> {
          if (page(type)) {
            uses(other ->
                    MAPPED.stream().anyMatch(other::isAnnotatedWith)
                        || within("jakarta.persistence.", "java.sql.", "javax.sql.").test(other)
                        || (inProduct(other)
                            && Set.of("persistence.database.Sql", "persistence.database.Select")
                                .contains(relative(other)))
                        || (inProduct(other)
                            && relative(other).startsWith("persistence.aggregate.")))
                .find(type, wrong);
          }
        });
  }

  /** Entities change through verbs. */
  public ArchRule noSetters() {
    return rule(
        "have no public setters or fields on entities",
        (type, wrong) -> {
          if (MAPPED.stream().noneMatch(type::isAnnotatedWith)) {
            return;
          }
          type.getMethods().stream()
              .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
              .filter(method -> method.getName().matches("set[A-Z].*"))
              .forEach(method -> wrong.accept(method.getFullName()));
          type.getFields().stream()
              .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
              .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
              .forEach(field -> wrong.accept(field.getFullName()));
        });
  }

  /** Two writers cannot both win. A child is guarded by the version of the aggregate it is in. */
  public ArchRule versions() {
    return rule(
        "have a version on every entity",
        (type, wrong) -> {
          if (type.isAnnotatedWith("jakarta.persistence.Entity")
              && !versioned(type)
              && !child(type)) {
            wrong.accept("no field with @Version");
          }
        });
  }

  public ArchRule noEjb() {
    return rule("not use EJB", uses(within("jakarta.ejb.")));
  }

  public ArchRule oneSessionScoped() {
    return classes()
        .should(
            Conditions.atMostOne(
                "be session-scoped once at most",
                type -> type.isAnnotatedWith("jakarta.enterprise.context.SessionScoped")))
        .allowEmptyShould(true);
  }

  /** Time comes from the injected clock; System.nanoTime measures and is free. */
  public ArchRule injectedClock() {
    return rule(
        "take the time from the injected clock",
        (type, wrong) -> {
          if (!relative(type).startsWith("persistence.time.")) {
            calls(Defaults::clock).find(type, wrong);
          }
        });
  }

  /** There, the compiler holds every statement to a constant of the source. */
  public ArchRule statementsInOnePlace() {
    return rule(
        "make statements in the database slice alone",
        (type, wrong) -> {
          if (!relative(type).startsWith("persistence.database.")) {
            calls(Defaults::statement).find(type, wrong);
          }
        });
  }

  /** Not even there is a statement joined from pieces in the method that runs it. */
  public ArchRule noJoinedStatements() {
    return rule(
        "not join strings into a statement",
        (type, wrong) ->
            Bytecode.of(type)
                .composedStatements()
                .forEach(
                    composed ->
                        wrong.accept(
                            composed.method() + " joins a statement, line " + composed.line())));
  }

  public ArchRule noCatchAll() {
    return rule(
        "not catch whatever comes",
        (type, wrong) -> {
          if (!Exemptions.CATCH.cover(relative(type))) {
            Bytecode.of(type)
                .broadCatches()
                .forEach(
                    found ->
                        wrong.accept(
                            found.method()
                                + " catches "
                                + found.type()
                                + ", line "
                                + found.line()));
          }
        });
  }

  public ArchRule noSleep() {
    return rule("wait for conditions, not for time", calls(Defaults::sleep));
  }

  public ArchRule noDefaults() {
    return rule("name zone, locale and charset", calls(Defaults::place));
  }

  public ArchRule rightOnEveryUseCase() {
    return classes().should(new UseCases(root)).allowEmptyShould(true);
  }

  public ArchRule names() {
    return rule(
        "be named for what they are",
        (type, wrong) -> {
          if (type.getSimpleName()
              .matches(".*(Impl|Manager|Helper|Utils?)|(Base|Abstract)[A-Z].*")) {
            wrong.accept("named for its place in the code, not for what it is");
          }
        });
  }

  /** An interface with one implementation is a detour, except where others are to fill it in. */
  public ArchRule noLonelyInterface() {
    return rule(
        "have several implementations of an interface",
        (type, wrong) -> {
          if (type.isInterface()
              && !type.isAnnotation()
              && !type.getSimpleName().equals("package-info")
              && !slice(type).equals("api")
              && !type.getSimpleName().matches(".*(Contribution|Listener)")
              && !type.isAnnotatedWith(FunctionalInterface.class)
              && type.getAllSubclasses().stream().filter(other -> !other.isInterface()).count()
                  < 2) {
            wrong.accept("an interface with fewer than two implementations");
          }
        });
  }

  public ArchRule nullMarked() {
    return rule(
        "lie in a package marked @NullMarked",
        (type, wrong) -> {
          if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
            wrong.accept("package " + type.getPackageName() + " is not marked");
          }
        });
  }

  private static boolean versioned(JavaClass type) {
    return type.getAllFields().stream()
        .anyMatch(field -> field.isAnnotatedWith("jakarta.persistence.Version"));
  }

  private static boolean child(JavaClass type) {
    return type.getDirectDependenciesToSelf().stream()
        .map(Dependency::getOriginClass)
        .filter(parent -> !parent.equals(type) && versioned(parent))
        .flatMap(parent -> parent.getFields().stream())
        .filter(
            field ->
                field.isAnnotatedWith("jakarta.persistence.OneToMany")
                    || field.isAnnotatedWith("jakarta.persistence.OneToOne"))
        .anyMatch(field -> field.getAllInvolvedRawTypes().contains(type));
  }

  private ArchRule rule(String description, Finder finder) {
    return classes().should(that(description, finder)).allowEmptyShould(true);
  }

  private static Predicate<JavaClass> within(String... packages) {
    return type -> {
      for (var name : packages) {
        if (type.getName().startsWith(name)) {
          return true;
        }
      }
      return false;
    };
  }

  private static boolean page(JavaClass type) {
    return outermost(type).getSimpleName().endsWith("Page")
        && outermost(type).isAnnotatedWith("jakarta.inject.Named");
  }

  private boolean inProduct(JavaClass type) {
    return type.getName().startsWith(root + ".");
  }

  private String relative(JavaClass type) {
    return inProduct(type) ? type.getName().substring(root.length() + 1) : type.getName();
  }

  private String module(JavaClass type) {
    return part(type, 0);
  }

  private String slice(JavaClass type) {
    return part(type, 1);
  }

  private String part(JavaClass type, int index) {
    var packageName = type.getPackageName();
    if (!packageName.startsWith(root + ".")) {
      return "";
    }
    var parts = packageName.substring(root.length() + 1).split("\\.", -1);
    return index < parts.length ? parts[index] : "";
  }
}
