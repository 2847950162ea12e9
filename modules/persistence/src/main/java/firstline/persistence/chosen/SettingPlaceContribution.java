package firstline.persistence.chosen;

import java.util.List;

/**
 * A module names a page where something of its own is kept, with its state as figures. Words:
 * {@code setting.place.<key>}, {@code setting.place.figure.<name>}.
 */
public interface SettingPlaceContribution {
  /** A figure: its name and how many. */
  record Figure(String name, long count) {}

  /**
   * A place.
   *
   * @param right without which the page is not opened; the figures are shown all the same
   */
  record Place(String key, String href, String right, List<Figure> figures) {
    public Place {
      figures = List.copyOf(figures);
    }
  }

  /** The places, within a use case of whoever keeps settings. */
  List<Place> places();
}
