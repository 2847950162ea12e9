package firstline.market.dossier;

import static firstline.market.MarketRights.READ;

import firstline.market.inspect.InspectionQueries;
import firstline.market.inspect.VisitQueries;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.sheet.Sheet;
import firstline.persistence.sheet.SheetFile;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Bundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the documents of an inspection, in Chinese, of its last visit. */
@ApplicationScoped
public class WriteInspectionDocuments {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy年M月d日H时m分", Locale.ROOT).withZone(Clocks.ZONE);

  @Inject private InspectionQueries queries;
  @Inject private VisitQueries visits;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected WriteInspectionDocuments() {}

  /** For tests without a server. */
  public WriteInspectionDocuments(InspectionQueries queries, VisitQueries visits, Clock clock) {
    this.queries = queries;
    this.visits = visits;
    this.clock = clock;
  }

  /** The forms that fit the inspection. */
  @Allows(right = READ, reads = true)
  @Requirement("R88.3")
  public List<Form> forms(UUID id) {
    var view = queries.one(id);
    var visited = !visits.visits(id).isEmpty();
    return Form.of(Form.Subject.INSPECTION).stream()
        .filter(form -> fits(form, view, visited))
        .toList();
  }

  /**
   * A document of the inspection.
   *
   * @throws Refusal {@code dossier.early} if it is not so far, {@code making.no-glyph}
   * @throws NotFound outside the scope
   */
  @Allows(right = READ, reads = true)
  @Requirement({"R88.1", "R88.3"})
  public SheetFile write(UUID id, Form form, SheetFile.Format format) {
    return SheetFile.of(sheet(id, form), format, form.fileName());
  }

  private static boolean fits(Form form, InspectionQueries.View view, boolean visited) {
    return switch (form) {
      case ON_SITE_RECORD -> visited;
      case CORRECTION_ORDER -> view.orderedOn() != null;
      default -> false;
    };
  }

  /** The form filled; refused as {@link #write} is. */
  Sheet sheet(UUID id, Form form) {
    var view = queries.one(id);
    var last = visits.visits(id).stream().findFirst().orElse(null);
    if (!fits(form, view, last != null)) {
      throw new Refusal("dossier.early");
    }
    return Forms.filled(form, values(view, last));
  }

  private Map<String, String> values(
      InspectionQueries.View view, VisitQueries.@Nullable Told last) {
    var line = view.line();
    var values = new HashMap<String, String>();
    values.put("编号", line.number());
    values.put("机关", view.departmentName());
    values.put("当事人", line.operatorName());
    values.put("代码", Dossier.or(view.creditCode()));
    values.put("场所", view.premises());
    values.put("许可", Dossier.or(view.licence()));
    values.put("事由", line.title());
    values.put("人员", Dossier.or(line.officers()));
    values.put(
        "检查表", word("inspection.group." + line.group()) + "第" + view.checklistVersion() + "版");
    values.put("责改文号", Dossier.or(view.orderNumber()));
    values.put("责改内容", Dossier.or(view.ordered()));
    values.put("责改日期", Dossier.day(view.orderedOn()));
    values.put("期限", Dossier.day(line.due()));
    values.put("今天", Dossier.day(LocalDate.ofInstant(clock.instant(), Clocks.ZONE)));
    var ordered = view.orderedVisit();
    if (ordered != null) {
      values.put("问题", answers(ordered, true));
    }
    if (last != null) {
      values.put("次", String.valueOf(last.place()));
      values.put("记录人", last.officerName());
      values.put("到达", MINUTE.format(last.arrivedAt()));
      values.put("离开", MINUTE.format(last.leftAt()));
      values.put("在场", Dossier.or(last.present()));
      values.put("未签名", last.unsigned().isEmpty() ? "" : "未签名原因：" + last.unsigned());
      values.put("情况", Dossier.or(last.note()));
      values.put("结果", answers(last.id(), false));
      values.put("照片", pictures(last.id()));
    }
    return values;
  }

  private String answers(UUID visit, boolean onlyFound) {
    var lines =
        visits.answers(visit).stream()
            .filter(item -> !onlyFound || item.answer().equals("NO"))
            .map(
                item ->
                    item.place()
                        + ". "
                        + item.textZh()
                        + "："
                        + word("inspection.answer." + item.answer())
                        + (item.note().isEmpty() ? "" : "（" + item.note() + "）")
                        + " "
                        + item.ruleZh())
            .collect(Collectors.joining("\n"));
    return Dossier.or(lines);
  }

  private String pictures(UUID visit) {
    return Dossier.or(
        visits.pictures(visit).stream()
            .map(
                one ->
                    word("inspection.picture." + one.shows())
                        + " "
                        + time(one.takenAt())
                        + (one.spot().isEmpty() ? "" : " " + one.spot())
                        + (one.sha256().isEmpty() ? "" : " SHA-256：" + one.sha256()))
            .collect(Collectors.joining("\n")));
  }

  private static String word(String key) {
    return Bundles.words("zh", key);
  }

  private static String time(Instant at) {
    return MINUTE.format(at);
  }
}
