package firstline.console.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The resolver calls what is plain, and leaves the rest to the EL's own. */
class MethodResolverTest {
  /** A bean of a page. */
  public static class Bean {
    private final IllegalStateException fault = new IllegalStateException("broken");

    public String of(String key, long count) {
      return key + count;
    }

    public String twice(String one) {
      return one;
    }

    public String twice(Integer one) {
      return String.valueOf(one);
    }

    public String many(String... words) {
      return String.join(" ", words);
    }

    public void breaks() {
      throw fault;
    }
  }

  /** As of a proxy: it overrides, and adds nothing. */
  public static final class Proxied extends Bean {
    @Override
    public String of(String key, long count) {
      return "proxied " + super.of(key, count);
    }
  }

  private static final class Context extends ELContext {
    @Override
    public @Nullable ELResolver getELResolver() {
      return null;
    }

    @Override
    public @Nullable FunctionMapper getFunctionMapper() {
      return null;
    }

    @Override
    public @Nullable VariableMapper getVariableMapper() {
      return null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T convertToType(@Nullable Object value, Class<T> type) {
      return type == long.class ? (T) Long.valueOf(String.valueOf(value)) : (T) value;
    }
  }

  private final MethodResolver resolver = new MethodResolver();
  private final Context context = new Context();

  private @Nullable Object call(Object base, String name, Object... arguments) {
    context.setPropertyResolved(false);
    return resolver.invoke(context, base, name, null, arguments);
  }

  @Test
  void aMethodIsCalledWithItsArgumentsConverted() {
    for (var round = 0; round < 2; round++) {
      assertEquals("files7", call(new Bean(), "of", "files", "7"));
      assertTrue(context.isPropertyResolved());
      assertEquals("proxied files7", call(new Proxied(), "of", "files", "7"));
    }
  }

  @Test
  void whatIsNotPlainIsLeftAlone() {
    assertSame(null, call(new Bean(), "twice", "one"));
    assertFalse(context.isPropertyResolved(), "overloaded");
    call(new Bean(), "many", "one");
    assertFalse(context.isPropertyResolved(), "variable arguments");
    call(new Bean(), "of", "one");
    assertFalse(context.isPropertyResolved(), "another number of arguments");
    call(List.of(1), "stream");
    assertFalse(context.isPropertyResolved(), "the EL's own");
    call(new Object(), "nothing");
    assertFalse(context.isPropertyResolved(), "no such method");
  }

  @Test
  void aFaultOfTheMethodIsItsCause() {
    var bean = new Bean();
    var thrown = assertThrows(ELException.class, () -> call(bean, "breaks"));
    assertSame(bean.fault, thrown.getCause());
  }
}
