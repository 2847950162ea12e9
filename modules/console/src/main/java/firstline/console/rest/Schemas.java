package firstline.console.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * JSON Schemas of records, with the constraints of Bean Validation that the use-case boundary
 * checks. Named records become components, so that a client generator makes one class of each.
 */
final class Schemas {
  private static final Map<Class<?>, String> FORMATS =
      Map.of(UUID.class, "uuid", Instant.class, "date-time", LocalDate.class, "date");

  private final Map<String, JsonObject> components = new TreeMap<>();

  /** Components met so far, by name. */
  Map<String, JsonObject> components() {
    return components;
  }

  /** The schema of a type, or a reference to it. */
  JsonObject of(Type type) {
    return of(type, Map.of());
  }

  private JsonObject of(Type type, Map<TypeVariable<?>, Type> bound) {
    if (type instanceof TypeVariable<?> variable) {
      return of(bound.getOrDefault(variable, Object.class), bound);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      var arguments = generic.getActualTypeArguments();
      if (Collection.class.isAssignableFrom(raw)) {
        return typed("array").add("items", of(arguments[0], bound)).build();
      }
      if (Map.class.isAssignableFrom(raw)) {
        return typed("object").add("additionalProperties", of(arguments[1], bound)).build();
      }
      return raw.isRecord() ? reference(raw, arguments, bound) : typed("object").build();
    }
    return type instanceof Class<?> plain ? of(plain) : typed("object").build();
  }

  private JsonObject of(Class<?> type) {
    if (type == String.class) {
      return typed("string").build();
    }
    if (FORMATS.containsKey(type)) {
      return typed("string").add("format", FORMATS.getOrDefault(type, "")).build();
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      var format = type == int.class || type == Integer.class ? "int32" : "int64";
      return typed("integer").add("format", format).build();
    }
    if (type == double.class || type == Double.class) {
      return typed("number").build();
    }
    if (type == boolean.class || type == Boolean.class) {
      return typed("boolean").build();
    }
    if (type.isEnum()) {
      var values = Json.createArrayBuilder();
      Arrays.stream(type.getEnumConstants()).forEach(value -> values.add(value.toString()));
      return typed("string").add("enum", values).build();
    }
    return type.isRecord() ? reference(type, new Type[0], Map.of()) : typed("object").build();
  }

  private JsonObject reference(Class<?> type, Type[] arguments, Map<TypeVariable<?>, Type> outer) {
    var bound = new HashMap<TypeVariable<?>, Type>();
    var name = new StringBuilder(name(type));
    for (var i = 0; i < arguments.length; i++) {
      var argument = outer.getOrDefault(arguments[i], arguments[i]);
      bound.put(type.getTypeParameters()[i], argument);
      name.append('_').append(argument instanceof Class<?> named ? name(named) : "any");
    }
    if (!components.containsKey(name.toString())) {
      // Named before it is described, so that a record may contain itself.
      components.put(name.toString(), JsonObject.EMPTY_JSON_OBJECT);
      components.put(name.toString(), record(type, bound));
    }
    return Json.createObjectBuilder().add("$ref", "#/components/schemas/" + name).build();
  }

  private JsonObject record(Class<?> type, Map<TypeVariable<?>, Type> bound) {
    var properties = Json.createObjectBuilder();
    var required = Json.createArrayBuilder();
    for (RecordComponent component : type.getRecordComponents()) {
      var schema = Json.createObjectBuilder(of(component.getGenericType(), bound));
      var constraints = component.getAccessor().getAnnotations();
      constrain(schema, constraints, component.getType() == String.class);
      properties.add(component.getName(), schema);
      if (component.getType().isPrimitive() || isRequired(constraints)) {
        required.add(component.getName());
      }
    }
    var schema = typed("object").add("properties", properties);
    var names = required.build();
    return names.isEmpty() ? schema.build() : schema.add("required", names).build();
  }

  private static boolean isRequired(Annotation[] constraints) {
    return Arrays.stream(constraints)
        .anyMatch(
            one -> one instanceof NotNull || one instanceof NotBlank || one instanceof NotEmpty);
  }

  private static void constrain(JsonObjectBuilder schema, Annotation[] constraints, boolean text) {
    for (var constraint : constraints) {
      if (constraint instanceof Size size) {
        schema.add(text ? "minLength" : "minItems", size.min());
        if (size.max() < Integer.MAX_VALUE) {
          schema.add(text ? "maxLength" : "maxItems", size.max());
        }
      } else if (constraint instanceof Min min) {
        schema.add("minimum", min.value());
      } else if (constraint instanceof Max max) {
        schema.add("maximum", max.value());
      } else if (constraint instanceof Pattern pattern) {
        schema.add("pattern", pattern.regexp());
      }
    }
  }

  /** Package and name: two modules may have a {@code Line} each. */
  static String name(Class<?> type) {
    return type.getName().replaceFirst("^firstline\\.", "").replace('$', '.');
  }

  private static JsonObjectBuilder typed(String type) {
    return Json.createObjectBuilder().add("type", type);
  }
}
