package firstline.publicity.inspect;

import firstline.persistence.file.FileType;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.publicity.picture.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/** Looks at a file as a whole, before the kernel looks at its type and pixels. */
public final class Inspection {
  /** What an office file may unpack to, in bytes. */
  static final long UNPACKED = 512L << 20;

  /** Of a picture: A1 at 300 dpi. It is read line by line, never unpacked whole. */
  public static final long PIXELS = 100_000_000;

  private static final int PARTS = 20_000;
  private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

  private Inspection() {}

  /**
   * Looks and refuses.
   *
   * @param name as the client calls it
   * @return the media type, as the content shows it
   * @throws Refusal {@code file.empty}; {@code upload.svg}; {@code upload.named} with the name and
   *     the type; {@code upload.polyglot} with what else it is; {@code upload.locked}; {@code
   *     upload.script}; {@code upload.broken-off}; {@code upload.bomb} with the limit in MB; {@code
   *     file.too-many-pixels}; {@code file.not-as-named}
   */
  @Requirement("R67.1")
  public static String look(Path file, String name) throws IOException {
    if (Files.size(file) == 0) {
      throw new Refusal("file.empty");
    }
    var type = FileType.of(file);
    if (type.contains("svg")) {
      throw new Refusal("upload.svg");
    }
    requireNamedAsItIs(name, type);
    Polyglot.refuse(file, type);
    switch (type) {
      case "application/pdf" -> pdf(file);
      case "video/mp4", "video/quicktime", "audio/mp4" -> Boxes.whole(file);
      default -> {
        if (zipped(type)) {
          unpack(file, name);
        } else if (Picture.TYPES.contains(type)) {
          countPixels(file, name, type);
        }
      }
    }
    return type;
  }

  /** A name may say nothing; what it says of picture, sound, film or page must be so. */
  private static void requireNamedAsItIs(String name, String type) throws IOException {
    var metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.toLowerCase(Locale.ROOT));
    var promised = family(TYPES.detect(null, metadata).getBaseType().toString());
    var held = family(type);
    // A film's box may hold a sound alone: the ending .m4a or .mp4 is habit.
    var same = promised.equals(held) || (media(promised) && media(held));
    if (!promised.isEmpty() && !held.isEmpty() && !same) {
      throw new Refusal("upload.named", name, type);
    }
  }

  private static boolean media(String family) {
    return family.equals("audio") || family.equals("video");
  }

  private static String family(String type) {
    var family = type.substring(0, type.indexOf('/'));
    if (media(family) || family.equals("image")) {
      return family;
    }
    return type.equals("application/pdf") ? "pdf" : "";
  }

  /** Before anybody reads further than its head. */
  private static void countPixels(Path file, String name, String type) {
    try (var picture = Picture.open(file, type)) {
      if ((long) picture.width() * picture.height() > PIXELS) {
        throw new Refusal("file.too-many-pixels", PIXELS / 1_000_000);
      }
    } catch (IOException e) {
      throw new Refusal("file.not-as-named", name, type);
    }
  }

  private static boolean zipped(String type) {
    return type.equals("application/zip")
        || type.equals("application/x-tika-ooxml")
        || type.startsWith("application/vnd.o");
  }

  /** Counts what comes out, whatever the archive says of itself; nothing is kept of it. */
  private static void unpack(Path file, String name) throws IOException {
    var buffer = new byte[1 << 16];
    var bytes = 0L;
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.size() > PARTS) {
        throw new Refusal("upload.bomb", UNPACKED >> 20);
      }
      for (var entry : zip.stream().toList()) {
        try (var part = zip.getInputStream(entry)) {
          for (var read = part.read(buffer); read > 0; read = part.read(buffer)) {
            bytes += read;
            if (bytes > UNPACKED) {
              throw new Refusal("upload.bomb", UNPACKED >> 20);
            }
          }
        }
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw new Refusal("file.not-as-named", name, "application/zip");
    }
  }

  private static void pdf(Path file) throws IOException {
    try (var document =
        Loader.loadPDF(file.toFile(), "", IOUtils.createTempFileOnlyStreamCache())) {
      if (document.isEncrypted()) {
        throw new Refusal("upload.locked");
      }
      if (acts(document)) {
        throw new Refusal("upload.script");
      }
    } catch (InvalidPasswordException e) {
      throw new Refusal("upload.locked");
    } catch (IOException e) {
      throw new Refusal("upload.broken-off");
    }
  }

  /** True if it does something by itself when it is opened, or carries other files. */
  private static boolean acts(PDDocument document) {
    var catalogue = document.getDocumentCatalog().getCOSObject();
    var opening = catalogue.getCOSDictionary(COSName.OPEN_ACTION);
    var names = catalogue.getCOSDictionary(COSName.NAMES);
    return (opening != null && opening.getItem(COSName.JS) != null)
        || (opening != null && "Launch".equals(opening.getNameAsString(COSName.S)))
        || catalogue.getItem(COSName.AA) != null
        || (names != null
            && (names.getItem(COSName.getPDFName("JavaScript")) != null
                || names.getItem(COSName.EMBEDDED_FILES) != null));
  }
}
