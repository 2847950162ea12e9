package firstline.persistence.file;

import firstline.persistence.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a file is, read from its first bytes and never from its name. Of a picture only the head is
 * read: what it unpacks to is counted, not unpacked.
 */
final class Content {
  /** The type and, of a picture, its width and height in pixels. */
  record Seen(String mediaType, @Nullable Integer width, @Nullable Integer height) {}

  private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

  private Content() {}

  /**
   * Looks and refuses.
   *
   * @param name of the client, to tell a lie from a wish: it changes the words of the refusal only
   * @throws Refusal {@code file.type} with the type that was found; {@code file.not-as-named} if
   *     the name promises what the caller takes and the content is something else or broken; {@code
   *     file.too-many-pixels} with the limit in millions
   */
  static Seen look(Path path, String name, FileLimits limits) throws IOException {
    var type = type(path, name);
    if (!limits.types().contains(type)) {
      throw limits.types().contains(named(name))
          ? new Refusal("file.not-as-named", name, type)
          : new Refusal("file.type", type);
    }
    return type.startsWith("image/")
        ? picture(path, name, type, limits)
        : new Seen(type, null, null);
  }

  private static String type(Path path, String name) throws IOException {
    var type = FileType.of(path);
    if (!type.equals("application/zip") && !type.equals("application/x-tika-ooxml")) {
      return type;
    }
    try {
      return OfficeFile.type(path);
    } catch (ZipException e) {
      throw new Refusal("file.not-as-named", name, "application/zip");
    }
  }

  private static String named(String name) throws IOException {
    var metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.toLowerCase(Locale.ROOT));
    return TYPES.detect(null, metadata).getBaseType().toString();
  }

  private static Seen picture(Path path, String name, String type, FileLimits limits)
      throws IOException {
    var readers = ImageIO.getImageReadersByMIMEType(type);
    if (!readers.hasNext()) {
      throw new Refusal("file.type", type);
    }
    var reader = readers.next();
    try (var stream = new FileImageInputStream(path.toFile())) {
      reader.setInput(stream, true, true);
      int width = Math.max(reader.getWidth(0), screen(stream, type, 6));
      int height = Math.max(reader.getHeight(0), screen(stream, type, 8));
      if ((long) width * height > limits.pixels()) {
        throw new Refusal("file.too-many-pixels", limits.pixels() / 1_000_000);
      }
      return new Seen(type, width, height);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // The head promises a picture and breaks off or contradicts itself.
      throw new Refusal("file.not-as-named", name, type);
    } finally {
      reader.dispose();
    }
  }

  /** A GIF unpacks to its screen, which may be larger than its first frame. */
  private static int screen(FileImageInputStream stream, String type, int at) throws IOException {
    if (!type.equals("image/gif")) {
      return 0;
    }
    stream.seek(at);
    return stream.readUnsignedByte() | stream.readUnsignedByte() << 8;
  }
}
