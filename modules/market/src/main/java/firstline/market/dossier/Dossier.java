package firstline.market.dossier;

import firstline.market.casefile.CaseQueries;
import firstline.market.casefile.Cases;
import firstline.market.casefile.Outcome;
import firstline.market.casefile.Penalty;
import firstline.market.money.Fen;
import firstline.persistence.sheet.Sheet;
import firstline.persistence.time.Clocks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A case as its documents say it: in Chinese, whatever language its officers read. Whoever reported
 * it is not part of it.
 *
 * @param hearable true if the party may ask for a hearing
 * @param ground why it was not filed; empty if it was
 * @param words those of the Chinese bundle by their keys
 */
record Dossier(
    CaseQueries.View view,
    List<CaseQueries.Piece> evidence,
    List<CaseQueries.Payment> payments,
    Cases.Owed owed,
    boolean hearable,
    String ground,
    LocalDate today,
    Function<String, String> words) {
  private static final String NOTHING = "无";

  /** The form filled. */
  Sheet sheet(Form form) {
    var values = values();
    if (form.toParty()) {
      // A form that names it cannot be written at all.
      values.remove("案源");
    }
    return Forms.filled(form, values);
  }

  private Map<String, String> values() {
    var line = view.line();
    var penalty = view.outcome() == Outcome.PENALTY;
    var values = new HashMap<String, String>();
    values.put("案号", line.number());
    values.put("案名", line.title());
    values.put("案源", or(view.source()));
    values.put("机关", view.departmentName());
    values.put("登记人", view.filedName());
    values.put("登记日期", day(LocalDate.ofInstant(line.filedAt(), Clocks.ZONE)));
    values.put("当事人", line.operatorName());
    values.put("代码", or(view.creditCode()));
    values.put("场所", view.premises());
    values.put("许可", or(view.licence()));
    values.put("类型", words.apply("case.matter." + line.matter()));
    values.put("程序", view.simple() ? "简易程序" : "普通程序");
    values.put("审核", view.grave() || view.hearing() ? "法制审核" : "案件审核");
    values.put("案情", or(view.facts()));
    values.put("依据", or(view.basis()));
    values.put("人员", or(line.officers()));
    values.put("证据", evidence(piece -> piece.title() + "（" + piece.origin() + "）"));
    values.put(
        "证据目录",
        evidence(
            piece ->
                piece.title()
                    + "；来源："
                    + piece.origin()
                    + "；经手："
                    + piece.custody()
                    + (piece.sha256().isEmpty() ? "" : "；SHA-256：" + piece.sha256())));
    values.put("处罚", penalty(view.penalty()));
    values.put(
        "处理",
        penalty
            ? penalty(view.penalty())
            : view.outcome() == null ? NOTHING : words.apply("case.outcome." + view.outcome()));
    values.put("不予立案理由", ground.isEmpty() ? NOTHING : words.apply("case.ground." + ground));
    values.put("退款", Fen.write(view.penalty().refund()));
    var refund = view.penalty().refund();
    values.put("退款句", refund == 0 ? "" : "责令退还多收价款：" + Fen.write(refund) + "元。");
    values.put("申辩", view.defence().isEmpty() ? "未提出" : view.defence());
    values.put("听证", hearable ? "并有权在同一期限内要求举行听证（《行政处罚法》第六十三条）。" : "");
    values.put("告诫日期", day(view.admonishedOn()));
    values.put("决定文号", or(view.decisionNumber()));
    values.put("决定名称", penalty ? "行政处罚决定书" : "处理决定书");
    values.put("决定日期", day(view.decidedOn()));
    values.put("送达日期", day(view.servedOn()));
    values.put("结案日期", day(view.closedOn()));
    values.put("尚欠", Fen.write(owed.all()));
    values.put("缴款", paid());
    values.put("今天", day(today));
    values.put(
        "诉讼",
        // In price cases a suit comes after the reconsideration (价格违法行为行政处罚规定 art. 20).
        line.matter().rule().isPresent()
            ? "；对行政复议决定不服的，可以依法向人民法院提起诉讼"
            : "，也可以自收到本决定书之日起六个月内依法向人民法院提起行政诉讼");
    return values;
  }

  private String evidence(Function<CaseQueries.Piece, String> said) {
    if (evidence.isEmpty()) {
      return NOTHING;
    }
    return String.join(
        "\n",
        evidence.stream()
            .map(
                piece ->
                    piece.place()
                        + ". "
                        + words.apply("case.evidence." + piece.kind())
                        + "："
                        + said.apply(piece))
            .toList());
  }

  private String paid() {
    if (payments.isEmpty()) {
      return "未缴款";
    }
    return String.join(
        "；",
        payments.stream()
            .map(one -> day(one.day()) + "缴" + Fen.write(one.amount()) + "元（" + one.receipt() + "）")
            .toList());
  }

  private static String penalty(Penalty penalty) {
    var parts = new ArrayList<String>();
    if (penalty.warning()) {
      parts.add("警告");
    }
    if (penalty.confiscated() > 0) {
      parts.add("没收违法所得" + Fen.write(penalty.confiscated()) + "元");
    }
    if (penalty.fine() > 0) {
      parts.add("罚款" + Fen.write(penalty.fine()) + "元");
    }
    return parts.isEmpty() ? NOTHING : String.join("，", parts);
  }

  static String or(String text) {
    return text.isEmpty() ? NOTHING : text;
  }

  static String day(@Nullable LocalDate day) {
    return day == null
        ? NOTHING
        : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
