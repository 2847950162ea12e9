package firstline.publicity.catalogue;

import java.util.Locale;

/** By what the catalogue is narrowed. Words: {@code catalogue.facet.<name>}. */
public enum Facet {
  KIND,
  STATE,
  TOPIC,
  CAMPAIGN,
  AREA,
  LANGUAGE,
  DIALECT,
  VALIDITY,
  ORIENTATION,
  COLOUR;

  /** Its name in addresses and in the index. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
