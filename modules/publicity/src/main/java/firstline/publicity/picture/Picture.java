package firstline.publicity.picture;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import firstline.persistence.requirement.Requirement;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.FileImageInputStream;

/**
 * A picture file that is open. Its first frame is read, upright, in sRGB, on white where it is
 * transparent, and no larger in memory than it is wanted: what is left out is never unpacked.
 */
public final class Picture implements AutoCloseable {
  /** What is read: besides what the JDK reads, WebP, all of TIFF, and JPEG in CMYK. */
  public static final Set<String> TYPES =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/tiff");

  static {
    // By hand: the JDK looks for readers among the server's libraries only, not the application's.
    var registry = IIORegistry.getDefaultInstance();
    registry.registerServiceProvider(new JPEGImageReaderSpi());
    registry.registerServiceProvider(new TIFFImageReaderSpi());
    registry.registerServiceProvider(new WebPImageReaderSpi());
    // A cache on the disk for streams would only slow down what lies on the disk.
    ImageIO.setUseCache(false);
  }

  private final FileImageInputStream stream;
  private final ImageReader reader;
  private final int orientation;
  private final int width;
  private final int height;

  private Picture(FileImageInputStream stream, ImageReader reader, int orientation)
      throws IOException {
    this.stream = stream;
    this.reader = reader;
    this.orientation = orientation;
    reader.setInput(stream, true, true);
    this.width = reader.getWidth(0);
    this.height = reader.getHeight(0);
  }

  /** Makes the readers known to the JDK, for whoever asks it before a picture was opened. */
  public static void ready() {
    // The class is initialised now.
  }

  /**
   * Opens it.
   *
   * @throws IOException if it is no such picture or its head is broken
   */
  @Requirement("R67.4")
  public static Picture open(Path file, String mediaType) throws IOException {
    var orientation = Orientation.of(file, mediaType);
    var readers = ImageIO.getImageReadersByMIMEType(mediaType);
    if (!readers.hasNext()) {
      throw new IOException("no reader for " + mediaType);
    }
    var stream = new FileImageInputStream(file.toFile());
    var reader = readers.next();
    try {
      return new Picture(stream, reader, orientation);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw end(stream, reader, new IOException(e));
    } catch (IOException e) {
      throw end(stream, reader, e);
    }
  }

  private static IOException end(FileImageInputStream stream, ImageReader reader, IOException why)
      throws IOException {
    reader.dispose();
    stream.close();
    return why;
  }

  /** In pixels, as it is seen. */
  public int width() {
    return orientation > 4 ? height : width;
  }

  /** In pixels, as it is seen. */
  public int height() {
    return orientation > 4 ? width : height;
  }

  /**
   * Reads it with every n-th pixel of every n-th line, n so that its longer side keeps at least
   * that many pixels, or all that it has.
   *
   * @param side in pixels
   */
  public BufferedImage read(int side) throws IOException {
    var period = Math.max(1, Math.max(width, height) / side);
    var parameter = reader.getDefaultReadParam();
    parameter.setSourceSubsampling(period, period, 0, 0);
    try {
      return upright(reader.read(0, parameter));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      // Readers say so of a body that contradicts its head.
      throw new IOException(e);
    }
  }

  private BufferedImage upright(BufferedImage read) {
    if (orientation == Exif.UPRIGHT && plain(read)) {
      return read;
    }
    var turned = orientation > 4;
    var w = read.getWidth();
    var h = read.getHeight();
    var upright = new BufferedImage(turned ? h : w, turned ? w : h, BufferedImage.TYPE_INT_RGB);
    var canvas = upright.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, upright.getWidth(), upright.getHeight());
    canvas.drawImage(read, transform(w, h), null);
    canvas.dispose();
    return upright;
  }

  private static boolean plain(BufferedImage read) {
    return read.getType() == BufferedImage.TYPE_3BYTE_BGR
        || read.getType() == BufferedImage.TYPE_INT_RGB;
  }

  /** EXIF 2.32, 4.6.5: row 0 and column 0 of what is stored, as they are seen. */
  private AffineTransform transform(int w, int h) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
      default -> new AffineTransform();
    };
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    stream.close();
  }
}
