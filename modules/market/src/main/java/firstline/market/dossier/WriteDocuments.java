package firstline.market.dossier;

import static firstline.market.MarketRights.READ;

import firstline.market.casefile.CaseMoreQueries;
import firstline.market.casefile.CaseQueries;
import firstline.market.casefile.CaseState;
import firstline.market.casefile.TakeEvidence;
import firstline.persistence.digest.Sha256;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.sheet.SheetFile;
import firstline.persistence.sheet.SheetPdf;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Bundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the documents of a case that whoever asks may read. */
@ApplicationScoped
public class WriteDocuments {
  private static final Set<CaseState> ENDED = Set.of(CaseState.CLOSED, CaseState.ARCHIVED);

  @Inject private CaseQueries queries;
  @Inject private CaseMoreQueries more;
  @Inject private TakeEvidence takeEvidence;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected WriteDocuments() {}

  /** For tests without a server. */
  WriteDocuments(
      CaseQueries queries, CaseMoreQueries more, TakeEvidence takeEvidence, Clock clock) {
    this.queries = queries;
    this.more = more;
    this.takeEvidence = takeEvidence;
    this.clock = clock;
  }

  /**
   * A document of the case.
   *
   * @throws Refusal {@code dossier.early} if the case is not so far, {@code making.no-glyph}
   * @throws NotFound outside the scope
   */
  @Allows(right = READ, reads = true)
  @Requirement({"R88.1", "R88.3"})
  public SheetFile write(UUID id, Form form, SheetFile.Format format) {
    var dossier = dossier(id);
    if (!CaseForms.fits(form, dossier.view())) {
      throw new Refusal("dossier.early");
    }
    return SheetFile.of(dossier.sheet(form), format, form.fileName());
  }

  /** The forms that fit the case. */
  @Allows(right = READ, reads = true)
  @Requirement("R88.3")
  public List<Form> forms(UUID id) {
    return CaseForms.of(queries.one(id));
  }

  /** True if the case is closed. */
  @Allows(right = READ, reads = true)
  public boolean isClosed(UUID id) {
    return ENDED.contains(queries.one(id).line().state());
  }

  /**
   * The file of a closed case: its documents one after the other, its evidence, and an index of
   * pages and hashes.
   *
   * @throws Refusal {@code dossier.open} before it is closed
   */
  @Allows(right = READ, reads = true)
  @Requirement("R88.4")
  public void archive(UUID id, OutputStream to) throws IOException {
    var dossier = dossier(id);
    if (!ENDED.contains(dossier.view().line().state())) {
      throw new Refusal("dossier.open");
    }
    var index = new StringBuilder("\uFEFF序号,名称,起页,止页,SHA-256\r\n");
    var place = 0;
    var page = 1;
    try (var zip = new ZipOutputStream(to)) {
      for (var form : CaseForms.of(dossier.view())) {
        var sheet = dossier.sheet(form);
        var written = SheetPdf.write(sheet);
        var last = page + written.pages() - 1;
        place++;
        entry(zip, place + "-" + form.fileName() + ".pdf", written.bytes());
        line(index, place, sheet.title(), page + "," + last, Sha256.hex(written.bytes()));
        page = last + 1;
      }
      for (var piece : dossier.evidence()) {
        place++;
        if (!piece.sha256().isEmpty()) {
          zip.putNextEntry(new ZipEntry(place + "-evidence-" + piece.place()));
          Files.copy(takeEvidence.open(piece.id()).content(), zip);
          zip.closeEntry();
        }
        line(index, place, piece.title(), ",", piece.sha256());
      }
      entry(zip, "index.csv", index.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static void line(StringBuilder index, int place, String name, String pages, String hash) {
    var quoted = name.replace("\"", "\"\"");
    // A name that a spreadsheet would take for a formula stays text.
    var safe = quoted.matches("[=+\\-@].*") ? "'" + quoted : quoted;
    index.append(place).append(",\"").append(safe).append("\",").append(pages);
    index.append(',').append(hash).append("\r\n");
  }

  private Dossier dossier(UUID id) {
    return new Dossier(
        queries.one(id),
        queries.evidence(id),
        queries.payments(id),
        queries.owed(id),
        queries.isHearable(id),
        more.more(id).ground(),
        LocalDate.ofInstant(clock.instant(), Clocks.ZONE),
        key -> Bundles.words("zh", key));
  }
}
