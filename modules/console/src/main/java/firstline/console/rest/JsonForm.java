package firstline.console.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Records as JSON: their components and nothing else, and no member for what is absent. */
@Provider
@ApplicationScoped
public class JsonForm implements ContextResolver<Jsonb> {
  private final Jsonb jsonb =
      JsonbBuilder.create(new JsonbConfig().withPropertyVisibilityStrategy(new Components()));

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }

  /** A record's {@code isEmpty()} looks like a property and is none. */
  static final class Components implements PropertyVisibilityStrategy {
    @Override
    public boolean isVisible(Field field) {
      return false;
    }

    @Override
    public boolean isVisible(Method method) {
      var components = method.getDeclaringClass().getRecordComponents();
      return components == null
          || Arrays.stream(components)
              .anyMatch(component -> component.getName().equals(method.getName()));
    }
  }
}
