package firstline.market.dossier;

import static firstline.market.MarketRights.READ;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.sheet.SheetFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The documents of every kind of record, asked for in one way. */
@ApplicationScoped
public class Documents {
  @Inject private WriteDocuments ofCases;
  @Inject private WriteInspectionDocuments ofInspections;
  @Inject private WritePapers ofOthers;

  /** Those that can be written of the record, in order. */
  @Allows(right = READ, reads = true)
  @Requirement({"R88.3", "R92.18"})
  public List<Form> forms(Form.Subject subject, UUID id) {
    return switch (subject) {
      case CASE -> ofCases.forms(id);
      case INSPECTION -> ofInspections.forms(id);
      case LETTER, MEASURE, REFERRAL -> ofOthers.forms(subject, id);
    };
  }

  /**
   * A document of the record.
   *
   * @throws Refusal {@code dossier.early} if the record is not so far, {@code making.no-glyph}
   * @throws NotFound outside the scope
   */
  @Allows(right = READ, reads = true)
  @Requirement({"R88.1", "R92.17"})
  public SheetFile write(UUID id, Form form, SheetFile.Format format) {
    return switch (form.subject()) {
      case CASE -> ofCases.write(id, form, format);
      case INSPECTION -> ofInspections.write(id, form, format);
      case LETTER, MEASURE, REFERRAL -> ofOthers.write(id, form, format);
    };
  }
}
