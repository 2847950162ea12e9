package firstline.persistence.file;

import java.nio.file.Path;

/**
 * A file that may be read by whoever asked.
 *
 * @param content where its bytes lie, for reading
 */
public record OpenedFile(StoredFile file, Path content) {}
