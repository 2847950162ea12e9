package firstline.publicity.rendition;

import firstline.persistence.program.Program;
import firstline.persistence.requirement.Requirement;
import firstline.publicity.likeness.Fingerprint;
import firstline.publicity.picture.Picture;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import net.coobird.thumbnailator.Thumbnails;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Pictures of the pages of a PDF. */
final class Pages {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String MEMORY = "-Xmx384m";

  private Pages() {}

  /**
   * The first pages, and thumbnail and preview of the very first.
   *
   * @param done told how many of them are done
   */
  @Requirement("R69.3")
  static Made of(Path file, Path folder, IntConsumer done) throws IOException {
    var numbers = new ArrayList<Integer>();
    Program.behind(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            MEMORY,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            classPath(),
            PageProcess.class.getName(),
            file.toString(),
            folder.toString()),
        folder,
        LIMIT,
        line -> {
          if (line.matches("[0-9]{1,6}")) {
            numbers.add(Integer.parseInt(line));
            done.accept(numbers.size() - 1);
          }
        });
    var files = new ArrayList<Made.One>();
    for (var page = 1; Files.exists(folder.resolve("page-" + page + ".jpg")); page++) {
      files.add(new Made.One(Role.PAGE, page, folder.resolve("page-" + page + ".jpg")));
    }
    if (files.isEmpty()) {
      throw new IOException("no pages");
    }
    var first = Small.of(files.get(0).file(), "image/jpeg", folder);
    files.addAll(0, first.files());
    var facts = first.facts();
    return new Made(
        files,
        new Made.Facts(facts.width(), facts.height(), facts.colour(), numbers.get(0), 0),
        first.fingerprint());
  }

  /** Where the classes lie of which the process needs some: in jars, or in folders of a build. */
  private static String classPath() throws IOException {
    try {
      var places = new ArrayList<String>();
      for (var type :
          List.of(
              PageProcess.class,
              Picture.class,
              Fingerprint.class,
              PDDocument.class,
              RandomAccessRead.class,
              FontBoxFont.class,
              LogFactory.class,
              Thumbnails.class,
              Requirement.class)) {
        places.add(
            Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
      }
      return places.stream().distinct().collect(Collectors.joining(File.pathSeparator));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
