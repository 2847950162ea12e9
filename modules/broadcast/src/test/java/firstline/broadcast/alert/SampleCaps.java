package firstline.broadcast.alert;

import firstline.testkit.seed.Draw;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages for tests: one of a weather service, and any that CAP allows. */
final class SampleCaps {
  /** A rain storm in the county 511502, in both languages. */
  static final String RAIN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
        <identifier>51150041600000_20260710063000</identifier>
        <sender>qx@yibin.example.cn</sender>
        <sent>2026-07-10T06:30:00+08:00</sent>
        <status>Actual</status>
        <msgType>Alert</msgType>
        <scope>Public</scope>
        <code>应急</code>
        <info>
          <language>en-US</language>
          <category>Met</category>
          <event>Rain storm</event>
          <urgency>Immediate</urgency>
          <severity>Severe</severity>
          <certainty>Likely</certainty>
          <headline>Orange rain storm warning</headline>
          <area><areaDesc>Cuiping</areaDesc></area>
        </info>
        <info>
          <language>zh-CN</language>
          <category>Met</category>
          <category>Safety</category>
          <event>暴雨</event>
          <responseType>Shelter</responseType>
          <urgency>Immediate</urgency>
          <severity>Severe</severity>
          <certainty>Likely</certainty>
          <eventCode><valueName>GB</valueName><value>11B03</value></eventCode>
          <effective>2026-07-10T06:30:00+08:00</effective>
          <expires>2026-07-10T18:30:00+08:00</expires>
          <senderName>宜宾市气象台</senderName>
          <headline>宜宾市气象台发布暴雨橙色预警</headline>
          <description>预计未来三小时翠屏区降雨量将达五十毫米以上。</description>
          <instruction>请低洼地带居民立即转移。</instruction>
          <web>https://example.cn/a?b=1&amp;c=2</web>
          <resource><resourceDesc>地图</resourceDesc><mimeType>image/png</mimeType><size>512</size></resource>
          <area>
            <areaDesc>翠屏区</areaDesc>
            <polygon>28.7,104.5 28.9,104.5 28.9,104.8 28.7,104.5</polygon>
            <circle>28.77,104.62 12.5</circle>
            <geocode><valueName>GB2260</valueName><value>511502</value></geocode>
          </area>
        </info>
      </alert>
      """;

  private SampleCaps() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Any message that can be written. */
  static Cap any(Draw draw) {
    return new Cap(
        name(draw),
        name(draw),
        time(draw),
        draw.of(Cap.Status.values()),
        draw.of(Cap.MessageType.values()),
        text(draw, 0),
        draw.of(Cap.Audience.values()),
        text(draw, 0),
        text(draw, 0),
        draw.list(0, 2, each -> text(each, 1)),
        text(draw, 0),
        draw.list(0, 2, each -> new Cap.Reference(name(each), name(each), time(each))),
        text(draw, 0),
        draw.list(0, 2, SampleCaps::info));
  }

  private static Cap.Info info(Draw draw) {
    return new Cap.Info(
        draw.of("zh-CN", "en-US", "zh", "yue", "es-US"),
        draw.list(1, 3, each -> each.of("Met", "Geo", "CBRNE", "Other")),
        text(draw, 1),
        draw.list(0, 2, each -> each.of("Shelter", "AllClear", "None")),
        draw.of(Cap.Urgency.values()),
        draw.of(Cap.Severity.values()),
        draw.of(Cap.Certainty.values()),
        text(draw, 0),
        draw.list(0, 2, SampleCaps::named),
        timeOrNone(draw),
        timeOrNone(draw),
        timeOrNone(draw),
        text(draw, 0),
        text(draw, 0),
        text(draw, 0),
        text(draw, 0),
        draw.of("", "https://example.cn/预警?a=1&b=2"),
        text(draw, 0),
        draw.list(0, 2, SampleCaps::named),
        draw.list(0, 2, SampleCaps::resource),
        draw.list(0, 2, SampleCaps::area));
  }

  private static Cap.Resource resource(Draw draw) {
    return new Cap.Resource(
        text(draw, 1),
        "image/png",
        draw.of("", "0", "123456789012345678901234567890"),
        draw.of("", "a.png"),
        text(draw, 0),
        text(draw, 0));
  }

  private static Cap.Area area(Draw draw) {
    return new Cap.Area(
        text(draw, 1),
        draw.list(0, 2, each -> each.of("1,2 3,4 5,6 1,2", "-90,180 0,0 90,-180 1.5,2 -90.0,180")),
        draw.list(0, 2, each -> each.of("32.9525,-115.5527 0", "0,0 12.75")),
        draw.list(0, 2, SampleCaps::named),
        draw.of("", "-12.5", "8000"),
        draw.of("", "9000"));
  }

  private static Cap.Named named(Draw draw) {
    return new Cap.Named("x" + text(draw, 1), text(draw, 1));
  }

  private static String name(Draw draw) {
    return "a" + draw.text(0, 12).replaceAll("[\\s,<&]", "");
  }

  /** Without space around it: reading drops that. */
  private static String text(Draw draw, int least) {
    var text = draw.text(least, 12).strip();
    return text.length() < least ? "一" : text;
  }

  private static OffsetDateTime time(Draw draw) {
    return OffsetDateTime.of(
        draw.between(2000, 2099),
        draw.between(1, 12),
        draw.between(1, 28),
        draw.between(0, 23),
        draw.between(0, 59),
        draw.between(0, 59),
        0,
        ZoneOffset.ofHoursMinutes(draw.of(-7, 0, 8), 0));
  }

  private static @Nullable OffsetDateTime timeOrNone(Draw draw) {
    return draw.chance(0.5) ? null : time(draw);
  }

  /** The names of all elements that a message may have. */
  static final List<String> ELEMENTS =
      List.of("identifier", "sent", "scope", "info", "category", "expires", "area", "value", "x");
}
