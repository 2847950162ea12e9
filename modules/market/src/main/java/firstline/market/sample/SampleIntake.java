package firstline.market.sample;

import firstline.market.complaint.ComplaintQueries;
import firstline.market.complaint.ComplaintQueries.Asked;
import firstline.market.intake.Field;
import firstline.market.intake.ImportLetters;
import firstline.market.routing.DraftRouting;
import firstline.market.supervise.Supervise;
import firstline.persistence.page.Cursor;
import firstline.persistence.sample.SampleContribution;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** A list of the platform, rules of routing with a tried draft, and a supervised complaint. */
@ApplicationScoped
public class SampleIntake implements SampleContribution {
  private static final String COUNTY = "511502000000";
  private static final String BUREAU = "cuiping-market";
  private static final int LINES = 24;

  private static final Map<Field, String> COLUMNS =
      Map.of(
          Field.NUMBER, "登记编号",
          Field.KIND, "业务类型",
          Field.OPERATOR, "企业名称",
          Field.PLACE, "企业地址",
          Field.GOODS, "商品名称",
          Field.FACTS, "问题描述",
          Field.AMOUNT, "争议金额",
          Field.NAME, "提供方姓名",
          Field.PHONE, "提供方电话");

  private static final List<String> SHOPS = List.of("民生药房（示例）", "阳光超市（示例）", "老街粮油（示例）", "便利蔬果（示例）");
  private static final List<String> WARES = List.of("一次性口罩", "75% 酒精", "大白菜", "猪肉");
  private static final List<String> FACTS = List.of("没有明码标价。", "价格比上周高出一倍。", "包装上没有厂名厂址。");

  @Inject private ImportLetters importLetters;
  @Inject private DraftRouting draftRouting;
  @Inject private Supervise supervise;
  @Inject private ComplaintQueries queries;
  @Inject private Clock clock;

  @Override
  public int order() {
    return 405;
  }

  @Override
  public void found(Consumer<String> seat) {
    seat.accept("market.clerk");
    list();
    var first = draftRouting.write(rules(rule("口罩 酒精", "", BUREAU), rule("", "", BUREAU)));
    draftRouting.tryOut(new DraftRouting.Draft(first));
    seat.accept("market.head");
    draftRouting.goLive(new DraftRouting.Draft(first));
    var mediating = queries.list(new Asked("COMPLAINT", "MEDIATING", ""), Cursor.START).rows();
    supervise.begin(
        new Supervise.Command(
            mediating.get(0).id(),
            "退订年夜饭的投诉较多，请说明处理口径",
            LocalDate.ofInstant(clock.instant(), Clocks.ZONE).plusDays(5).toString()));
    seat.accept("market.clerk");
    var second =
        draftRouting.write(
            rules(
                rule("", "厂名 厂址 假冒", "yibin-market"),
                rule("口罩 酒精", "", BUREAU),
                rule("", "", BUREAU)));
    draftRouting.tryOut(new DraftRouting.Draft(second));
  }

  private void list() {
    var text = new StringBuilder("登记编号,业务类型,企业名称,企业地址,商品名称,问题描述,争议金额,提供方姓名,提供方电话\r\n");
    for (var i = 0; i < LINES; i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "SL12315%05d,%s,%s,示例路 %d 号,%s,%s,%s,示例来信人%d,1390000%04d\r\n",
              i,
              i % 3 == 0 ? "举报" : i % 7 == 0 ? "投诉举报" : "投诉",
              SHOPS.get(i % SHOPS.size()),
              i + 1,
              WARES.get(i % WARES.size()),
              FACTS.get(i % FACTS.size()),
              i == 5 ? "-1" : i == 11 ? "0.005" : String.valueOf(10 + i),
              i,
              i));
    }
    var id =
        importLetters.bring(
            new ImportLetters.Bring(
                "PLATFORM_12315",
                COUNTY,
                "12315 导出（示例）.csv",
                text.toString().getBytes(Charset.forName("GBK"))));
    var understood = importLetters.understand(id, COLUMNS);
    importLetters.take(new ImportLetters.Part(id, understood.good()));
    importLetters.end(new ImportLetters.End(id, understood.lines(), understood.bad()));
  }

  private static DraftRouting.Command rules(DraftRouting.Typed... rules) {
    return new DraftRouting.Command(List.of(rules));
  }

  private static DraftRouting.Typed rule(String goods, String words, String department) {
    return new DraftRouting.Typed("", "", "", goods, words, department);
  }
}
