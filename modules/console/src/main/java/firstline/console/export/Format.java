package firstline.console.export;

import firstline.persistence.tabular.XlsxWriter;

/** As what a list is taken along. */
public enum Format {
  XLSX("xlsx", XlsxWriter.TYPE),
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
