package firstline.market.dossier;

import firstline.market.complaint.ComplaintQueries;
import firstline.market.complaint.Kind;
import firstline.market.complaint.State;
import firstline.persistence.time.Clocks;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A complaint or lead as its documents say it. Who complains stands in their papers for whoever may
 * see it, and is left open for the pen else; who sent a tip-off is sealed, and of no use in print.
 *
 * @param sender who complains; empty if the pen says it
 * @param words those of the Chinese bundle by their keys
 */
record LetterPapers(
    ComplaintQueries.Line line,
    List<ComplaintQueries.Step> steps,
    String sender,
    LocalDate today,
    Function<String, String> words) {
  private static final Set<State> DECIDED =
      Set.of(State.FILED, State.NOT_FILED, State.TRANSFERRED, State.REFERRED);

  /** True if it is so far that the document can be written. */
  boolean fits(Form form) {
    var complaint = line.kind() == Kind.COMPLAINT;
    return switch (form) {
      case COMPLAINT_REGISTER -> complaint;
      case COMPLAINT_ACCEPTANCE -> happened("ACCEPT");
      case COMPLAINT_REJECTION -> line.state() == State.REJECTED;
      case MEDIATION_AGREEMENT -> line.state() == State.AGREED;
      case MEDIATION_TERMINATION -> line.state() == State.TERMINATED;
      case LEAD_REGISTER -> !complaint;
      // A tip-off without a name has nobody to tell.
      case REPORT_NOTICE -> !complaint && line.named() && DECIDED.contains(line.state());
      default -> false;
    };
  }

  private boolean happened(String action) {
    return steps.stream().anyMatch(step -> step.action().equals(action));
  }

  Map<String, String> values() {
    var values = new HashMap<String, String>();
    values.put("编号", line.number());
    values.put("机关", line.departmentName());
    values.put("地区", line.areaName());
    values.put("来源", words.apply("complaint.channel." + line.channel()));
    values.put("收到日期", Dossier.day(LocalDate.ofInstant(line.receivedAt(), Clocks.ZONE)));
    values.put("经营者", line.operator());
    values.put("地点", Dossier.or(line.place()));
    values.put("商品", line.goods());
    values.put("事实", line.facts());
    values.put("状态", words.apply("complaint.state." + line.state()));
    values.put(
        "理由", line.ground().isEmpty() ? "无" : words.apply("complaint.ground." + line.ground()));
    values.put("实名", line.named() ? "是（身份另存，不得外泄）" : "否");
    values.put("投诉人", sender.isEmpty() ? "（由经办人填写）" : sender);
    values.put("称呼", sender.isEmpty() ? "　　　　　　　（投诉人）" : sender);
    values.put("受理日期", day("ACCEPT"));
    values.put("协议", Dossier.or(reason("AGREE")));
    values.put("结束日期", day(line.state() == State.AGREED ? "AGREE" : "TERMINATE"));
    values.put("今天", Dossier.day(today));
    return values;
  }

  private String day(String action) {
    return steps.stream()
        .filter(step -> step.action().equals(action))
        .findFirst()
        .map(step -> Dossier.day(LocalDate.ofInstant(step.at(), Clocks.ZONE)))
        .orElse("无");
  }

  private String reason(String action) {
    return steps.stream()
        .filter(step -> step.action().equals(action))
        .findFirst()
        .map(ComplaintQueries.Step::reason)
        .orElse("");
  }
}
