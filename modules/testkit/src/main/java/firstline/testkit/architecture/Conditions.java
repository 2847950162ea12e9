package firstline.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Short forms of ArchUnit's conditions: what is wrong in a class, as sentences with a place. */
final class Conditions {
  /** Names what is wrong in a class. */
  @FunctionalInterface
  interface Finder {
    void find(JavaClass type, Consumer<String> wrong);
  }

  private Conditions() {}

  static ArchCondition<JavaClass> that(String description, Finder finder) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        finder.find(
            type, message -> events.add(SimpleConditionEvent.violated(type, place(type, message))));
      }
    };
  }

  /** At most one of the classes that match. */
  static ArchCondition<JavaClass> atMostOne(String description, Predicate<JavaClass> counted) {
    return new ArchCondition<>(description) {
      private final List<JavaClass> found = new ArrayList<>();

      @Override
      public void init(java.util.Collection<JavaClass> all) {
        found.clear();
      }

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (counted.test(type)) {
          found.add(type);
        }
      }

      @Override
      public void finish(ConditionEvents events) {
        if (found.size() > 1) {
          found.forEach(
              type ->
                  events.add(
                      SimpleConditionEvent.violated(
                          type, place(type, type.getName() + " is one of " + found.size()))));
        }
      }
    };
  }

  /** Calls and references of code that match. */
  static Finder calls(Predicate<JavaCodeUnitAccess<?>> matching) {
    return (type, wrong) ->
        type.getCodeUnitAccessesFromSelf().stream()
            .filter(matching)
            .map(JavaAccess::getDescription)
            .sorted()
            .forEach(wrong);
  }

  /** Uses of another type, wherever in the class. */
  static Finder uses(Predicate<JavaClass> matching) {
    return (type, wrong) ->
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> matching.test(element(dependency.getTargetClass())))
            .map(dependency -> dependency.getDescription())
            .sorted()
            .forEach(wrong);
  }

  static JavaClass element(JavaClass type) {
    return type.isArray() ? type.getBaseComponentType() : type;
  }

  static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Conditions::outermost).orElse(type);
  }

  private static String place(JavaClass type, String message) {
    return message.contains(type.getName())
        ? message
        : type.getName() + ": " + message + " in " + type.getSourceCodeLocation();
  }
}
