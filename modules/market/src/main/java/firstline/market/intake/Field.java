package firstline.market.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a line may tell. Words: {@code intake.field.<name>}. */
public enum Field {
  NUMBER(true, "number", "登记编号", "工单编号", "工单号", "编号", "投诉编号", "举报编号", "投诉举报编号", "受理编号"),
  KIND(true, "kind", "业务类型", "工单类型", "诉求类型", "类型", "类别", "信息类型", "投诉举报类型", "登记类型"),
  RECEIVED(
      false,
      "receivedat",
      "received",
      "登记时间",
      "来电时间",
      "受理时间",
      "收到时间",
      "提交时间",
      "投诉时间",
      "举报时间",
      "登记日期"),
  AREA(false, "area", "行政区划", "区划代码", "区县", "所属区县", "事发区域", "所属区域", "发生地"),
  OPERATOR(
      true,
      "operator",
      "被投诉举报企业名称",
      "被投诉举报主体",
      "涉及主体",
      "涉及主体名称",
      "企业名称",
      "被诉企业",
      "被反映单位",
      "被投诉方",
      "被举报方",
      "商家名称",
      "经营者"),
  PLACE(false, "place", "涉及主体地址", "企业地址", "经营地址", "事发地址", "事发地点", "地点", "被投诉方地址"),
  GOODS(false, "goods", "商品/服务名称", "商品名称", "涉及商品", "商品或服务", "商品", "商品服务", "涉及客体", "商品（服务）名称"),
  FACTS(true, "facts", "问题描述", "投诉内容", "举报内容", "诉求内容", "工单内容", "事实和诉求", "内容", "投诉举报内容", "诉求描述"),
  AMOUNT(false, "amount", "争议金额", "涉及金额", "涉案金额", "金额", "投诉金额", "争议金额（元）", "争议金额(元)"),
  NAME(false, "name", "提供方姓名", "投诉人", "举报人", "投诉人姓名", "举报人姓名", "来电人", "来电人姓名", "姓名", "诉求人"),
  PHONE(false, "phone", "提供方电话", "联系电话", "联系方式", "来电号码", "手机号码", "投诉人电话", "举报人电话", "电话", "手机"),
  ADDRESS(false, "address", "提供方地址", "联系地址", "投诉人地址", "举报人地址", "住址", "家庭住址"),
  /** Looked at only: a letter begins here, wherever it stands there. */
  STATUS(false, "status", "状态", "处理状态", "办理状态", "工单状态", "办件状态", "当前状态", "处理进度", "办理进度");

  private final boolean needed;
  private final List<String> headers;

  Field(boolean needed, String... headers) {
    this.needed = needed;
    this.headers = List.of(headers);
  }

  /** True if no line can be taken without it. */
  public boolean isNeeded() {
    return needed;
  }

  /** Headers that mean it, in lower case. */
  List<String> headers() {
    return headers;
  }

  /** Name of the member that means it where programs post a letter. */
  String member() {
    return this == RECEIVED ? "receivedAt" : headers.get(0);
  }

  /** The field that a column's header means, however its marks and blanks are written. */
  static Optional<Field> of(String header) {
    var plain = plain(header);
    return Arrays.stream(values())
        .filter(one -> one.headers.stream().anyMatch(known -> plain(known).equals(plain)))
        .findFirst();
  }

  private static String plain(String header) {
    return header.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s*:：_]", "");
  }
}
