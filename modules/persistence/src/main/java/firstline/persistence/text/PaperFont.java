package firstline.persistence.text;

import firstline.persistence.refusal.Refusal;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.autodetect.FontFileFinder;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;

/**
 * The font of what is printed. With TrueType outlines it goes into the file, so that words stay
 * words: to be searched, copied and read aloud. Other fonts (Noto Sans CJK has PostScript outlines)
 * cannot be embedded by their used characters alone, and their words become shapes.
 *
 * @param font for measuring and for pictures
 * @param face what can be embedded; null: shapes only
 */
public record PaperFont(Font font, @Nullable Face face) {
  private static final String SAMPLE = "第一线辟谣不实属实，。《》饕餮 Firstline 2026";
  private static final List<String> LIKED =
      List.of("wqy-zenhei", "wqy-microhei", "simhei", "msyh", "sourcehansanssc", "notosanssc");
  private static final int POSTSCRIPT = 0x4F54544F;
  private static final int COLLECTION = 0x74746366;

  /** OS/2 {@code fsType}: restricted, no subset, bitmaps only. */
  private static final int NOT_TO_EMBED = 0x0002 | 0x0100 | 0x0200;

  /** One font of a file, by its PostScript name. */
  public record Face(File file, String name) {
    /** To be closed once what it is embedded in is saved. */
    public Opened open() throws IOException {
      if (isCollection()) {
        var collection = new TrueTypeCollection(file);
        return new Opened(collection.getFontByName(name), collection);
      }
      var font = new TTFParser().parse(new RandomAccessReadBufferedFile(file));
      return new Opened(font, font);
    }

    private boolean isCollection() {
      return file.getName().toLowerCase(Locale.ROOT).endsWith(".ttc");
    }

    private boolean mayBeEmbedded() throws IOException {
      try (var opened = open()) {
        var system = opened.font() == null ? null : opened.font().getOS2Windows();
        return system != null && (system.getFsType() & NOT_TO_EMBED) == 0;
      }
    }
  }

  /** A font, and the file in which it lies. */
  public record Opened(TrueTypeFont font, Closeable file) implements Closeable {
    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /** True if words of what is made here stay words. */
  public static boolean embeds() {
    return Found.FONT.isPresent();
  }

  /**
   * The font for these words: one that can be embedded if it has all of their characters.
   *
   * @throws Refusal {@code release.no-chinese-font}; {@code making.no-glyph} with the character
   */
  public static PaperFont of(String words) {
    var shapes = ChineseFont.find().map(font -> new PaperFont(font, null));
    return of(
        words, Found.FONT.map(List::of).orElse(List.of()), shapes.map(List::of).orElse(List.of()));
  }

  @SafeVarargs
  public static PaperFont of(String words, List<PaperFont>... found) {
    var fonts = Arrays.stream(found).flatMap(List::stream).toList();
    if (fonts.isEmpty()) {
      throw new Refusal("release.no-chinese-font");
    }
    return fonts.stream()
        .filter(one -> one.font().canDisplayUpTo(words) < 0)
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "making.no-glyph",
                    Character.toString(
                        words.codePointAt(fonts.get(0).font().canDisplayUpTo(words)))));
  }

  private static final class Found {
    static final Optional<PaperFont> FONT = look();

    private static Optional<PaperFont> look() {
      return new FontFileFinder()
          .find().stream()
              .map(File::new)
              .filter(Found::named)
              .sorted(Comparator.comparingInt(Found::liked).thenComparing(File::getName))
              .flatMap(file -> faces(file).stream())
              .findFirst();
    }

    private static boolean named(File file) {
      var name = file.getName().toLowerCase(Locale.ROOT);
      return name.endsWith(".ttf") || name.endsWith(".ttc");
    }

    private static int liked(File file) {
      var name = file.getName().toLowerCase(Locale.ROOT);
      for (var i = 0; i < LIKED.size(); i++) {
        if (name.startsWith(LIKED.get(i))) {
          return i;
        }
      }
      return LIKED.size();
    }

    /** The first of the file that has what is wanted. */
    private static Optional<PaperFont> faces(File file) {
      try {
        if (postScript(file)) {
          return Optional.empty();
        }
        for (var font : Font.createFonts(file)) {
          var face = new Face(file, font.getPSName());
          if (font.canDisplayUpTo(SAMPLE) < 0 && face.mayBeEmbedded()) {
            return Optional.of(new PaperFont(font, face));
          }
        }
        return Optional.empty();
      } catch (IOException | FontFormatException | LinkageError e) {
        // A file that is no font, or a JDK without fonts: this one is not it.
        return Optional.empty();
      }
    }

    /** Told by the first four bytes, of the file or of the collection's first font. */
    private static boolean postScript(File file) throws IOException {
      try (var bytes = new RandomAccessFile(file, "r")) {
        var tag = bytes.readInt();
        if (tag == COLLECTION) {
          bytes.seek(12);
          bytes.seek(Integer.toUnsignedLong(bytes.readInt()));
          tag = bytes.readInt();
        }
        return tag == POSTSCRIPT;
      }
    }
  }
}
