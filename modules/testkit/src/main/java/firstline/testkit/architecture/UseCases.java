package firstline.testkit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whatever reaches the database through a bean declares the right that it needs. Which beans reach
 * it is found in the code, never in a list: by what they use, and by what that uses in turn, up to
 * the next public bean, which is held to this rule itself.
 */
final class UseCases extends ArchCondition<JavaClass> {
  private static final Set<String> BEAN =
      Set.of(
          "jakarta.enterprise.context.ApplicationScoped",
          "jakarta.enterprise.context.RequestScoped",
          "jakarta.enterprise.context.SessionScoped",
          "jakarta.enterprise.context.ConversationScoped",
          "jakarta.enterprise.context.Dependent",
          "jakarta.inject.Singleton",
          "jakarta.inject.Named",
          "jakarta.faces.view.ViewScoped",
          "jakarta.servlet.annotation.WebServlet",
          "jakarta.servlet.annotation.WebFilter",
          "jakarta.servlet.annotation.WebListener",
          "jakarta.ws.rs.Path",
          "jakarta.ws.rs.ext.Provider");
  private static final Set<String> INJECTION =
      Set.of(
          "jakarta.inject.Inject",
          "jakarta.annotation.Resource",
          "jakarta.persistence.PersistenceContext",
          "jakarta.persistence.PersistenceUnit");
  private static final Set<String> LIFECYCLE =
      Set.of("jakarta.annotation.PostConstruct", "jakarta.annotation.PreDestroy");
  private static final Set<String> OBSERVER =
      Set.of("jakarta.enterprise.event.Observes", "jakarta.enterprise.event.ObservesAsync");
  private static final Set<String> OF_OBJECT = Set.of("toString", "equals", "hashCode");

  private final String root;
  private final Set<String> doors;

  UseCases(String root) {
    super("declare the right of each method that reaches the database");
    this.root = root;
    this.doors =
        Set.of(
            root + ".persistence.database.Sql",
            root + ".persistence.aggregate.Aggregates",
            "jakarta.persistence.EntityManager",
            "jakarta.persistence.EntityManagerFactory",
            "javax.sql.DataSource",
            "java.sql.Connection");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (exempt(type) || !checkedItself(type) || !reaches(type, new HashSet<>())) {
      return;
    }
    for (var method : type.getAllMethods()) {
      if (exposed(method) && !exempt(method) && !declaresRight(method, type)) {
        events.add(
            SimpleConditionEvent.violated(
                type,
                method.getFullName()
                    + " reaches the database without @Allows in "
                    + type.getName()
                    + " "
                    + method.getSourceCodeLocation()));
      }
    }
  }

  private boolean exempt(JavaClass type) {
    return type.getName().startsWith(root + ".")
        && Exemptions.RIGHT.cover(type.getName().substring(root.length() + 1));
  }

  private boolean exempt(JavaMethod method) {
    return Exemptions.RIGHT.cover(
        method.getOwner().getName().substring(root.length() + 1) + "#" + method.getName());
  }

  private static boolean bean(JavaClass type) {
    return BEAN.stream().anyMatch(type::isAnnotatedWith)
        || type.getAllFields().stream()
            .anyMatch(field -> INJECTION.stream().anyMatch(field::isAnnotatedWith));
  }

  /** A package-private helper passes on to whoever holds it that it reaches the database. */
  private boolean reaches(JavaClass type, Set<JavaClass> seen) {
    if (!seen.add(type)) {
      return false;
    }
    var used =
        Stream.concat(
                type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass),
                type.getAllFields().stream()
                    .flatMap(field -> field.getAllInvolvedRawTypes().stream()))
            .map(Conditions::element)
            .collect(Collectors.toSet());
    return used.stream().anyMatch(other -> doors.contains(other.getName()))
        || used.stream()
            .filter(other -> other.getName().startsWith(root + "."))
            .filter(other -> !exempt(other) && !checkedItself(other))
            .anyMatch(other -> reaches(other, seen));
  }

  /** A public bean is held to this rule itself; whoever holds it passes through its rights. */
  private static boolean checkedItself(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC) && !type.isInterface() && bean(type);
  }

  private boolean exposed(JavaMethod method) {
    var modifiers = method.getModifiers();
    return method.getOwner().getName().startsWith(root + ".")
        && !method.getOwner().isInterface()
        && !modifiers.contains(JavaModifier.PRIVATE)
        && !modifiers.contains(JavaModifier.STATIC)
        && !modifiers.contains(JavaModifier.SYNTHETIC)
        && !modifiers.contains(JavaModifier.BRIDGE)
        && !OF_OBJECT.contains(method.getName())
        && LIFECYCLE.stream().noneMatch(method::isAnnotatedWith)
        && method.getParameters().stream()
            .noneMatch(parameter -> OBSERVER.stream().anyMatch(parameter::isAnnotatedWith));
  }

  private boolean declaresRight(JavaMethod method, JavaClass type) {
    var allows = root + ".persistence.right.Allows";
    var annotation = method.tryGetAnnotationOfType(allows);
    if (annotation.isPresent()) {
      return given(annotation.get().get("right").orElse(""));
    }
    return type.tryGetAnnotationOfType(allows)
        .map(onType -> given(onType.get("right").orElse("")))
        .orElse(false);
  }

  private static boolean given(Object right) {
    return !right.toString().isBlank();
  }
}
