package firstline.persistence.search;

/**
 * A record that the palette found.
 *
 * @param kind words: {@code search.<kind>}
 * @param title what it is called
 * @param href where it is shown
 */
public record SearchHit(String kind, String title, String href) {}
