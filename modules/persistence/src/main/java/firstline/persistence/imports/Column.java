package firstline.persistence.imports;

/**
 * A column of a table. Words: {@code import.column.<name>}, and in {@code
 * import.help.<table>.<name>} what to write there.
 *
 * @param required true if no line may leave it empty
 * @param unique true if nothing may stand twice in it
 * @param longest characters of a cell
 * @param example what stands in the template's row
 */
public record Column(String name, boolean required, boolean unique, int longest, String example) {
  /** One that every line fills. */
  public static Column required(String name, int longest, String example) {
    return new Column(name, true, false, longest, example);
  }

  /** One that names the record. */
  public static Column key(String name, int longest, String example) {
    return new Column(name, true, true, longest, example);
  }

  /** One that may stay empty. */
  public static Column optional(String name, int longest, String example) {
    return new Column(name, false, false, longest, example);
  }
}
