package firstline.market.dossier;

import static firstline.market.MarketRights.HANDLE;
import static firstline.market.MarketRights.READ;

import firstline.market.casefile.CaseQueries;
import firstline.market.complaint.ComplaintQueries;
import firstline.market.complaint.Identities;
import firstline.market.complaint.Kind;
import firstline.market.measure.MeasureKind;
import firstline.market.measure.MeasureQueries;
import firstline.market.measure.MeasureState;
import firstline.market.referral.ReferralQueries;
import firstline.market.referral.ReferralState;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.sheet.SheetFile;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Bundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the documents of letters, measures and referrals that whoever asks may read. */
@ApplicationScoped
public class WritePapers {
  private static final Set<MeasureState> NEVER_HELD =
      Set.of(MeasureState.PROPOSED, MeasureState.REFUSED);

  @Inject private ComplaintQueries letters;
  @Inject private MeasureQueries measures;
  @Inject private ReferralQueries referrals;
  @Inject private CaseQueries cases;
  @Inject private Identities identities;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected WritePapers() {}

  /** For tests without a server. */
  WritePapers(
      ComplaintQueries letters,
      MeasureQueries measures,
      ReferralQueries referrals,
      CaseQueries cases,
      Identities identities,
      Desk desk,
      Clock clock) {
    this.letters = letters;
    this.measures = measures;
    this.referrals = referrals;
    this.cases = cases;
    this.identities = identities;
    this.desk = desk;
    this.clock = clock;
  }

  /** Those that can be written of the record, in order. */
  @Allows(right = READ, reads = true)
  @Requirement("R92.18")
  public List<Form> forms(Form.Subject subject, UUID id) {
    return switch (subject) {
      case LETTER -> {
        var letter = letter(id, "");
        yield Form.of(subject).stream().filter(letter::fits).toList();
      }
      case MEASURE -> {
        var measure = measures.one(id);
        yield Form.of(subject).stream().filter(form -> fits(measure, form)).toList();
      }
      case REFERRAL -> {
        var referral = referrals.one(id);
        yield Form.of(subject).stream().filter(form -> fits(referral, form)).toList();
      }
      case CASE, INSPECTION -> List.of();
    };
  }

  /**
   * A document of the record.
   *
   * @throws Refusal {@code dossier.early} if the record is not so far, {@code making.no-glyph}
   * @throws NotFound outside the scope
   */
  @Allows(right = READ, reads = true)
  @Requirement({"R92.17", "R92.18", "R101.11"})
  public SheetFile write(UUID id, Form form, SheetFile.Format format) {
    if (!forms(form.subject(), id).contains(form)) {
      throw new Refusal("dossier.early");
    }
    var values =
        switch (form.subject()) {
          case LETTER -> letter(id, sender(id)).values();
          case MEASURE -> measure(id);
          case REFERRAL -> referral(id);
          case CASE, INSPECTION -> throw new Refusal("dossier.early");
        };
    return new Letter(form.name(), values).write(format);
  }

  private LetterPapers letter(UUID id, String sender) {
    return new LetterPapers(
        letters.one(id), letters.steps(id), sender, today(), WritePapers::words);
  }

  /** Who complains, as far as whoever asks may bring both parties together; each look is kept. */
  private String sender(UUID id) {
    var letter = letters.one(id);
    var acts = desk.signedIn().filter(officer -> officer.lookedAtBy() == null).isPresent();
    return acts && desk.may(HANDLE) && letter.kind() == Kind.COMPLAINT && letter.named()
        ? identities.nameOf(new Identities.Show(id))
        : "";
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  private static String words(String key) {
    return Bundles.words("zh", key);
  }

  private static boolean fits(MeasureQueries.Line measure, Form form) {
    var preserved = measure.kind() == MeasureKind.PRESERVE;
    var held = !NEVER_HELD.contains(measure.state());
    return switch (form) {
      case MEASURE_DECISION -> held && !preserved;
      case PRESERVE_NOTICE -> held && preserved;
      case MEASURE_LIST -> true;
      case MEASURE_EXTENSION -> held && !preserved && measure.extended();
      case MEASURE_END -> held && !measure.state().isOpen();
      default -> false;
    };
  }

  private static boolean fits(ReferralQueries.Line referral, Form form) {
    var approved =
        referral.state() != ReferralState.PROPOSED && referral.state() != ReferralState.DECLINED;
    return form == Form.REFERRAL_APPROVAL || form == Form.CRIME_REFERRAL && approved;
  }

  private Map<String, String> measure(UUID id) {
    var measure = measures.one(id);
    var goods = measures.goods(id);
    var values = ofCase(measure.caseId());
    values.put("文号", measure.number());
    values.put("措施", words("measure.kind." + measure.kind()));
    values.put("紧急", measure.urgent() ? "情况紧急，当场实施，已依法补办批准手续。" : "");
    values.put("理由", measure.ground());
    values.put("地点", measure.place());
    values.put("采取日期", Dossier.day(measure.heldOn()));
    values.put("期满日", Dossier.day(measure.until()));
    values.put("结束日期", Dossier.day(measure.endedOn()));
    values.put("处理", words("measure.state." + measure.state()));
    values.put(
        "清单",
        IntStream.range(0, goods.size())
            .mapToObj(
                place ->
                    (place + 1)
                        + ". "
                        + goods.get(place).name()
                        + "，"
                        + goods.get(place).measured()
                        + "，存放于"
                        + goods.get(place).spot())
            .collect(Collectors.joining("\n")));
    return values;
  }

  private Map<String, String> referral(UUID id) {
    var referral = referrals.one(id);
    var values = ofCase(referral.caseId());
    values.put("文号", referral.number());
    values.put("罪名", referral.offence());
    values.put("理由", referral.ground());
    values.put("提出人", referral.officerName());
    values.put("提出日期", Dossier.day(LocalDate.ofInstant(referral.madeAt(), Clocks.ZONE)));
    values.put(
        "证据",
        Dossier.or(
            cases.evidence(referral.caseId()).stream()
                .map(piece -> piece.place() + ". " + piece.title())
                .collect(Collectors.joining("\n"))));
    values.put(
        "物品",
        Dossier.or(
            measures.ofCase(referral.caseId()).stream()
                .filter(one -> one.state().isOpen())
                .map(
                    one ->
                        words("measure.kind." + one.kind())
                            + " "
                            + one.number()
                            + "（"
                            + one.goods()
                            + "种）")
                .collect(Collectors.joining("\n"))));
    return values;
  }

  private Map<String, String> ofCase(UUID id) {
    var view = cases.one(id);
    var values = new HashMap<String, String>();
    values.put("案号", view.line().number());
    values.put("案名", view.line().title());
    values.put("机关", view.departmentName());
    values.put("当事人", view.line().operatorName());
    values.put("代码", Dossier.or(view.creditCode()));
    values.put("场所", view.premises());
    values.put("类型", words("case.matter." + view.line().matter()));
    values.put("案情", Dossier.or(view.facts()));
    values.put("人员", Dossier.or(view.line().officers()));
    values.put("今天", Dossier.day(today()));
    return values;
  }
}
