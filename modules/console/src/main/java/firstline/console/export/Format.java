package firstline.console.export;

/** As what a list is taken along. */
public enum Format {
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  CSV("csv", "text/csv;charset=UTF-8");

  private final String ending;
  private final String type;

  Format(String ending, String type) {
    this.ending = ending;
    this.type = type;
  }

  String ending() {
    return ending;
  }

  String type() {
    return type;
  }
}
