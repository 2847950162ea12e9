package firstline.persistence.bulk;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A step that can be taken for many records. Words: {@code bulk.<name>}.
 *
 * @param name of letters, digits, dots and dashes, unique in the city
 * @param right without which it is not offered; the use case asks for its own all the same
 * @param inputs what is filled in once for all records
 * @param work the ordinary use case, for one record
 */
public record BulkStep(String name, String right, List<Input> inputs, Work work) {
  /** Runs the ordinary use case for the record, at the version that it has now. */
  @FunctionalInterface
  public interface Work {
    void run(UUID id, Map<String, String> typed);
  }

  /** How a field looks. */
  public enum Kind {
    CHOICE,
    TEXT,
    DEPARTMENT
  }

  /**
   * A field; all are required. Words: {@code bulk.input.<name>}.
   *
   * @param options of a choice; else empty
   */
  public record Input(String name, Kind kind, List<Option> options) {
    /** A line of text. */
    public static Input text(String name) {
      return new Input(name, Kind.TEXT, List.of());
    }

    /** A department, by its code. */
    public static Input department(String name) {
      return new Input(name, Kind.DEPARTMENT, List.of());
    }

    /** One of several. */
    public static Input choice(String name, List<Option> options) {
      return new Input(name, Kind.CHOICE, options);
    }
  }

  /**
   * What can be chosen.
   *
   * @param key of its words; empty if the label is a name that needs none
   */
  public record Option(String value, String key, String label) {
    /** One with words. */
    public static Option of(String value, String key) {
      return new Option(value, key, "");
    }

    /** One with a name of its own. */
    public static Option named(String value, String label) {
      return new Option(value, "", label);
    }
  }

  public BulkStep {
    inputs = List.copyOf(inputs);
  }

  /** A step for which nothing is filled in. */
  public static BulkStep of(String name, String right, Work work) {
    return new BulkStep(name, right, List.of(), work);
  }
}
