package firstline.publicity.share;

import firstline.persistence.job.Progress;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.tabular.CsvWriter;
import firstline.publicity.published.PublicMaterials;
import firstline.publicity.published.TakeAway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the files of what is out into one archive; whoever takes it is kept with each. */
@ApplicationScoped
public class PackSeveral {
  /** The archive's table of contents, its first line. */
  static final List<String> HEADER =
      List.of("number", "version", "title", "language", "size", "file", "until", "state", "why");

  private static final String MANIFEST = "manifest.csv";

  @Inject private PublicMaterials materials;
  @Inject private TakeAway takeAway;

  @SuppressWarnings("NullAway.Init")
  protected PackSeveral() {}

  /** For tests without a server. */
  PackSeveral(PublicMaterials materials, TakeAway takeAway) {
    this.materials = materials;
    this.takeAway = takeAway;
  }

  /**
   * Writes the archive of the materials of these numbers; what is not out is named with why.
   *
   * @return the versions that are in it
   */
  @Requirement("R66.5")
  public List<UUID> write(List<String> numbers, OutputStream out, Progress progress)
      throws IOException {
    var lines = new ArrayList<List<String>>();
    var packed = new ArrayList<UUID>();
    lines.add(HEADER);
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      var done = 0;
      for (var number : numbers) {
        progress.at(done++, numbers.size());
        var view = materials.one(number);
        if (view.isEmpty()) {
          lines.add(List.of(number, "", "", "", "", "", "", "", "not public"));
          continue;
        }
        for (var version : view.get().versions()) {
          var file = pack(number, version, zip);
          lines.add(line(number, version, file));
          if (!file.isEmpty()) {
            packed.add(version.id());
          }
        }
        for (var gone : view.get().gone()) {
          lines.add(line(number, gone, ""));
        }
      }
      zip.putNextEntry(new ZipEntry(MANIFEST));
      var text = new StringBuilder();
      var csv = new CsvWriter(text);
      for (var line : lines) {
        csv.line(line);
      }
      zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      progress.at(numbers.size(), numbers.size());
    }
    return packed;
  }

  /** True as long as all of these are out: an archive is not handed out any longer. */
  @Requirement("R65.8")
  boolean isOut(List<UUID> packed) {
    return materials.out(packed) == packed.size();
  }

  private static List<String> line(String number, PublicMaterials.Version version, String file) {
    return List.of(
        number,
        Integer.toString(version.ordinal()),
        version.title(),
        version.language(),
        version.size(),
        file,
        version.until() == null ? "" : version.until().toString(),
        version.state(),
        version.why());
  }

  /** The file's name in the archive; of words alone, a text file. */
  private String pack(String number, PublicMaterials.Version version, ZipOutputStream zip)
      throws IOException {
    var start = number + "-" + version.language() + "-" + version.ordinal();
    if (version.file() == null) {
      zip.putNextEntry(new ZipEntry(start + ".txt"));
      zip.write(version.text().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      return start + ".txt";
    }
    try {
      var opened = takeAway.open(version.id());
      var name = start + "-" + opened.file().name();
      zip.putNextEntry(new ZipEntry(name));
      Files.copy(opened.content(), zip);
      zip.closeEntry();
      takeAway.taken(version.id());
      return name;
    } catch (NotFound recalledMeanwhile) {
      return "";
    }
  }
}
