package firstline.persistence.file;

import firstline.persistence.database.Row;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that is kept.
 *
 * @param sha256 hash of the content, 64 small hexadecimal digits
 * @param mediaType as the content shows it
 * @param name as the client called it, cleaned: for people, not for paths
 * @param width in pixels, of pictures
 * @param height in pixels, of pictures
 * @param open true if everybody may open it by its hash
 */
public record StoredFile(
    UUID id,
    String sha256,
    long bytes,
    String mediaType,
    String name,
    @Nullable Integer width,
    @Nullable Integer height,
    String areaCode,
    boolean open) {

  static StoredFile of(Row row) throws SQLException {
    var width = row.integer(6);
    return new StoredFile(
        row.id(1),
        row.text(2),
        row.number(3),
        row.text(4),
        row.text(5),
        width == 0 ? null : width,
        width == 0 ? null : row.integer(7),
        row.text(8),
        row.flag(9));
  }
}
