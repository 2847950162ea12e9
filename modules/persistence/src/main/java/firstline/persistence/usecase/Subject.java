package firstline.persistence.usecase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Of what a command speaks: its id, number, code or username, the first that it has. */
final class Subject {
  private static final List<String> NAMES = List.of("id", "number", "code", "username");

  private Subject() {}

  static String of(@Nullable Object[] parameters) {
    for (var parameter : parameters) {
      if (parameter instanceof UUID id) {
        return id.toString();
      }
      if (parameter instanceof java.lang.Record record) {
        var subject = named(record);
        if (!subject.isEmpty()) {
          return subject;
        }
      }
    }
    return "";
  }

  private static String named(java.lang.Record record) {
    for (var name : NAMES) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        if (component.getName().equals(name)) {
          return read(record, component);
        }
      }
    }
    return "";
  }

  private static String read(java.lang.Record record, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      var value = accessor.invoke(record);
      return value == null ? "" : value.toString();
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record's component can be read", e);
    }
  }
}
