package firstline.console.screen;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls the methods that pages name, and looks each up once. The EL's own resolver lets the class
 * copy all its methods at every call, which was a tenth of a page's processor time. What is not
 * plain (overloaded, variable arguments, no public type) is left to it.
 */
public final class MethodResolver extends ELResolver {
  private record Called(Class<?> type, String name, int arguments) {}

  private final Map<Called, Optional<Method>> found = new ConcurrentHashMap<>();

  @Override
  public @Nullable Object invoke(
      ELContext context,
      @Nullable Object base,
      @Nullable Object name,
      Class<?> @Nullable [] types,
      @Nullable Object @Nullable [] arguments) {
    // A collection's stream() is the EL's own.
    if (base == null || types != null || base instanceof Collection || !(name instanceof String)) {
      return null;
    }
    var given = Objects.requireNonNullElse(arguments, new Object[0]);
    var method =
        found.computeIfAbsent(
            new Called(base.getClass(), (String) name, given.length), MethodResolver::find);
    if (method.isEmpty()) {
      return null;
    }
    var values = new Object[given.length];
    var parameters = method.get().getParameterTypes();
    for (var i = 0; i < values.length; i++) {
      values[i] = context.convertToType(given[i], parameters[i]);
    }
    try {
      var value = method.get().invoke(base, values);
      context.setPropertyResolved(base, name);
      return value;
    } catch (InvocationTargetException e) {
      throw new ELException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new ELException(e);
    }
  }

  /** The method, if there is but one that could be meant, and it can be called from here. */
  static Optional<Method> find(Called called) {
    var named =
        Arrays.stream(called.type().getMethods())
            .filter(one -> one.getName().equals(called.name()) && !one.isBridge())
            .toList();
    if (named.size() != 1) {
      return Optional.empty();
    }
    var method = named.get(0);
    return method.isVarArgs()
            || method.getParameterCount() != called.arguments()
            || !Modifier.isPublic(method.getDeclaringClass().getModifiers())
            || !method
                .getDeclaringClass()
                .getModule()
                .isExported(method.getDeclaringClass().getPackageName())
        ? Optional.empty()
        : Optional.of(method);
  }

  @Override
  public @Nullable Object getValue(
      ELContext context, @Nullable Object base, @Nullable Object property) {
    return null;
  }

  @Override
  public @Nullable Class<?> getType(
      ELContext context, @Nullable Object base, @Nullable Object property) {
    return null;
  }

  @Override
  public void setValue(
      ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
    // Another's.
  }

  @Override
  public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
    return false;
  }

  @Override
  public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
    return null;
  }
}
