package firstline.market.quote;

/**
 * A quote as it was brought.
 *
 * @param line in the file, from 1
 * @param unit as on the slip, such as {@code kg}, {@code 斤}, {@code box(50)}
 * @param cost empty if it is not known
 * @param lastTrade day of the last sale at that price, or empty
 */
public record QuoteLine(
    int line,
    String point,
    String goods,
    String unit,
    String price,
    String cost,
    String quotedOn,
    String lastTrade) {}
