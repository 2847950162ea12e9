package firstline.console.rest;

import firstline.persistence.api.KeyOptional;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * The OpenAPI 3.0 document of the resources, read from the classes themselves: a module that adds a
 * resource is in it. The server's own document cannot be kept from strangers, hence this one.
 */
final class OpenApi {
  private final Schemas schemas = new Schemas();
  private final Map<String, Map<String, JsonObject>> paths = new TreeMap<>();

  private OpenApi() {}

  /** The document for these classes with {@code @Path}. */
  static JsonObject of(Collection<Class<?>> resources) {
    var document = new OpenApi();
    resources.stream().sorted(Comparator.comparing(Class::getName)).forEach(document::add);
    return document.build();
  }

  private void add(Class<?> resource) {
    for (var method : resource.getDeclaredMethods()) {
      verb(method)
          .ifPresent(
              verb ->
                  paths
                      .computeIfAbsent(address(resource, method), path -> new TreeMap<>())
                      .put(verb, operation(resource, method, verb)));
    }
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(found -> found != null)
        .map(found -> found.value().toLowerCase(Locale.ROOT))
        .findFirst();
  }

  private static String address(Class<?> resource, Method method) {
    var below = method.getAnnotation(Path.class);
    var path =
        resource.getAnnotation(Path.class).value() + "/" + (below == null ? "" : below.value());
    // JAX-RS writes {number: [0-9]+} where OpenAPI writes {number}.
    return ("/" + path)
        .replaceAll("\\{\\s*(\\w+)\\s*:[^{}]*(\\{[^{}]*}[^{}]*)*}", "{$1}")
        .replaceAll("/+", "/")
        .replaceAll("/$", "");
  }

  private JsonObject operation(Class<?> resource, Method method, String verb) {
    var operation =
        Json.createObjectBuilder()
            .add("operationId", Schemas.name(resource) + "." + method.getName())
            .add("tags", Json.createArrayBuilder().add(tag(resource)));
    var described = method.getAnnotation(Operation.class);
    if (described != null) {
      operation.add("summary", described.summary());
      if (!described.description().isEmpty()) {
        operation.add("description", described.description());
      }
    }
    var parameters = Json.createArrayBuilder();
    for (var parameter : method.getParameters()) {
      if (!parameter(parameter, parameters)) {
        operation.add("requestBody", body(resource, method, parameter));
      }
    }
    if (verb.equals("post")) {
      parameters.add(key(!method.isAnnotationPresent(KeyOptional.class)));
    }
    return operation
        .add("parameters", parameters)
        .add("responses", responses(resource, method))
        .build();
  }

  private static String tag(Class<?> resource) {
    return resource.getPackageName().replaceFirst("^firstline\\.(\\w+).*", "$1");
  }

  /** Adds the parameter; false if it is the body. */
  private boolean parameter(Parameter parameter, JsonArrayBuilder parameters) {
    var query = parameter.getAnnotation(QueryParam.class);
    var path = parameter.getAnnotation(PathParam.class);
    var header = parameter.getAnnotation(HeaderParam.class);
    if (query == null && path == null && header == null) {
      return parameter.isAnnotationPresent(Context.class);
    }
    var name = query != null ? query.value() : path != null ? path.value() : header.value();
    var schema = Json.createObjectBuilder(schemas.of(parameter.getParameterizedType()));
    var preset = parameter.getAnnotation(DefaultValue.class);
    if (preset != null && !preset.value().isEmpty()) {
      schema.add("default", preset.value());
    }
    parameters.add(
        Json.createObjectBuilder()
            .add("name", name)
            .add("in", query != null ? "query" : path != null ? "path" : "header")
            .add("required", path != null)
            .add("schema", schema));
    return true;
  }

  private static JsonObjectBuilder key(boolean required) {
    return Json.createObjectBuilder()
        .add("name", IdempotencyFilter.KEY)
        .add("in", "header")
        .add("required", required)
        .add(
            "description", "The same value for a repetition, which gets the first answer for 24 h.")
        .add("schema", Json.createObjectBuilder().add("type", "string").add("maxLength", 200));
  }

  private JsonObjectBuilder body(Class<?> resource, Method method, Parameter parameter) {
    var consumes =
        Optional.ofNullable(method.getAnnotation(Consumes.class))
            .or(() -> Optional.ofNullable(resource.getAnnotation(Consumes.class)));
    var types = consumes.map(Consumes::value).orElse(new String[] {MediaType.APPLICATION_JSON});
    var content = Json.createObjectBuilder();
    for (var type : types) {
      var schema =
          parameter.getType().isRecord()
              ? schemas.of(parameter.getParameterizedType())
              : Json.createObjectBuilder().add("type", "string").build();
      content.add(type, Json.createObjectBuilder().add("schema", schema));
    }
    var limit = BodyFilter.limit(method);
    return Json.createObjectBuilder()
        .add("required", true)
        .add("description", "At most " + (limit >> 20) + " MB.")
        .add("content", content);
  }

  private JsonObjectBuilder responses(Class<?> resource, Method method) {
    var declared = method.getAnnotation(APIResponse.class);
    var empty = method.getReturnType() == void.class;
    var status = declared != null ? declared.responseCode() : empty ? "204" : "200";
    var response =
        Json.createObjectBuilder()
            .add("description", declared == null ? "Done" : declared.description());
    if (!empty) {
      var produces =
          Optional.ofNullable(method.getAnnotation(Produces.class))
              .or(() -> Optional.ofNullable(resource.getAnnotation(Produces.class)));
      var type =
          produces.map(Produces::value).map(types -> types[0]).orElse(MediaType.APPLICATION_JSON);
      var schema =
          method.getReturnType() == Response.class
              ? Json.createObjectBuilder().build()
              : schemas.of(method.getGenericReturnType());
      response.add(
          "content",
          Json.createObjectBuilder().add(type, Json.createObjectBuilder().add("schema", schema)));
    }
    return Json.createObjectBuilder()
        .add(status, response)
        .add("default", Json.createObjectBuilder().add("$ref", "#/components/responses/Problem"));
  }

  private JsonObject build() {
    var all = Json.createObjectBuilder();
    paths.forEach(
        (path, operations) -> {
          var item = Json.createObjectBuilder();
          operations.forEach(item::add);
          all.add(path, item);
        });
    var problem = schemas.of(ProblemShape.class);
    var named = Json.createObjectBuilder();
    schemas.components().forEach(named::add);
    return Json.createObjectBuilder()
        .add("openapi", "3.0.3")
        .add("info", Json.createObjectBuilder().add("title", "Firstline").add("version", "1"))
        .add(
            "servers",
            Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", Api.ROOT)))
        .add(
            "security",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("token", Json.createArrayBuilder())))
        .add("paths", all)
        .add(
            "components",
            Json.createObjectBuilder()
                .add("schemas", named)
                .add("responses", Json.createObjectBuilder().add("Problem", problem(problem)))
                .add(
                    "securitySchemes",
                    Json.createObjectBuilder()
                        .add(
                            "token",
                            Json.createObjectBuilder()
                                .add("type", "http")
                                .add("scheme", "bearer"))))
        .build();
  }

  private static JsonObjectBuilder problem(JsonObject schema) {
    return Json.createObjectBuilder()
        .add("description", "A problem document (RFC 9457) with the refusal's code")
        .add(
            "content",
            Json.createObjectBuilder()
                .add(Problem.TYPE, Json.createObjectBuilder().add("schema", schema)));
  }

  /** The members of a problem document, for its schema. */
  private record ProblemShape(
      String type,
      String title,
      int status,
      String detail,
      String code,
      List<Object> arguments,
      List<Problem.Violation> violations,
      String instance,
      String incident) {}
}
