package firstline.market.intake;

import firstline.market.complaint.KeepLetters.Incoming;
import firstline.market.complaint.Letter;
import firstline.market.money.Fen;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.tabular.Line;
import firstline.persistence.text.PlainText;
import firstline.persistence.time.Clocks;
import firstline.persistence.time.TypedTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands a line of a list, or says which field cannot be taken and why. */
final class LineReader {
  /** What stands where a platform leaves the goods out. */
  static final String UNNAMED = "未注明";

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate SHEETS = LocalDate.of(1899, 12, 30);
  private static final int SECONDS_OF_DAY = 86_400;
  private static final int NUMBER = 60;
  private static final int SHOWN = 40;

  /** {@code 2020年2月3日 8时5分}, {@code 2020/2/3 8:05:00}, {@code 2020.2.3}. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?"
              + "(?:[ T]*(\\d{1,2})[:：时](\\d{1,2})(?:[:：分](\\d{1,2})秒?)?分?)?");

  private static final Pattern SERIAL = Pattern.compile("\\d{1,7}(\\.\\d{1,17})?");

  /** Which field a rule of a letter is about. */
  private static final Map<String, Field> BY_CODE =
      Map.of(
          "complaint.kind", Field.KIND,
          "complaint.operator", Field.OPERATOR,
          "complaint.place", Field.PLACE,
          "complaint.goods", Field.GOODS,
          "complaint.facts", Field.FACTS,
          "complaint.contact", Field.NAME,
          "complaint.named", Field.NAME);

  /** A field that cannot be taken. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Field field;
    private final transient Refusal refusal;

    Refused(Field field, Refusal refusal) {
      super(refusal.code());
      this.field = field;
      this.refusal = refusal;
    }

    Field field() {
      return field;
    }

    Refusal refusal() {
      return refusal;
    }
  }

  private final Letter.Channel channel;
  private final String home;
  private final Set<String> codes;
  private final Map<String, String> names;
  private final Instant now;

  /**
   * @param home area of lines that tell none
   * @param codes of the areas in which the officer takes letters in
   * @param names of those areas that have a name of their own, with their codes
   */
  LineReader(
      Letter.Channel channel,
      String home,
      Set<String> codes,
      Map<String, String> names,
      Instant now) {
    this.channel = channel;
    this.home = home;
    this.codes = codes;
    this.names = names;
    this.now = now;
  }

  @Requirement({"R91.2", "R91.3"})
  Incoming read(Line line) throws Refused {
    var number = field(Field.NUMBER, () -> number(value(line, Field.NUMBER)));
    var kind = value(line, Field.KIND).toLowerCase(Locale.ROOT);
    var both = kind.equals("both");
    var complaint = both || kind.contains("投诉") || kind.equals("complaint");
    var tipoff = both || kind.contains("举报") || kind.matches("tip-?off|report");
    if (!complaint && !tipoff) {
      throw new Refused(Field.KIND, new Refusal("intake.kind", shown(kind)));
    }
    var received = field(Field.RECEIVED, () -> received(value(line, Field.RECEIVED)));
    var area = field(Field.AREA, () -> area(value(line, Field.AREA)));
    var amount = value(line, Field.AMOUNT);
    var fen = amount.isEmpty() ? null : field(Field.AMOUNT, () -> Fen.read(amount));
    var goods = value(line, Field.GOODS);
    var contact =
        Stream.of(Field.NAME, Field.PHONE, Field.ADDRESS)
            .map(one -> value(line, one))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    try {
      var letter =
          new Letter(
              area,
              channel,
              value(line, Field.OPERATOR),
              value(line, Field.PLACE),
              goods.isEmpty() ? UNNAMED : goods,
              line.value(Field.FACTS.name()),
              contact);
      return new Incoming(letter.checked(), complaint, tipoff, number, fen, received).checked();
    } catch (Refusal refusal) {
      throw new Refused(BY_CODE.getOrDefault(refusal.code(), Field.NUMBER), refusal);
    }
  }

  private static <T> T field(Field field, Supplier<T> read) throws Refused {
    try {
      return read.get();
    } catch (Refusal refusal) {
      throw new Refused(field, refusal);
    }
  }

  private static String value(Line line, Field field) {
    return PlainText.line(line.value(field.name()));
  }

  private static String shown(String typed) {
    return PlainText.start(typed, SHOWN);
  }

  private static String number(String typed) {
    if (typed.isEmpty() || typed.length() > NUMBER) {
      throw new Refusal("intake.number", NUMBER);
    }
    return typed;
  }

  private String area(String typed) {
    if (typed.isEmpty()) {
      return home;
    }
    var code = codes.contains(typed) ? typed : names.get(typed);
    if (code == null) {
      throw new Refusal("intake.area", shown(typed));
    }
    return code;
  }

  private Instant received(String typed) {
    if (typed.isEmpty()) {
      return now;
    }
    var at = written(typed);
    if (at == null) {
      throw new Refusal("intake.date", shown(typed));
    }
    if (at.isBefore(FIRST.atStartOfDay(Clocks.ZONE).toInstant()) || at.isAfter(now)) {
      throw new Refusal("intake.day", shown(typed));
    }
    return at;
  }

  private static @Nullable Instant written(String typed) {
    if (SERIAL.matcher(typed).matches() && !typed.matches("(19|20)\\d{6}")) {
      return serial(new BigDecimal(typed));
    }
    var match = WRITTEN.matcher(typed);
    var text =
        match.matches()
            ? String.format(
                Locale.ROOT,
                "%s-%02d-%02dT%02d:%02d:%02d",
                match.group(1),
                digits(match.group(2)),
                digits(match.group(3)),
                digits(match.group(4)),
                digits(match.group(5)),
                digits(match.group(6)))
            : typed.replace(' ', 'T');
    return TypedTime.read(text).map(time -> time.instant(Clocks.ZONE)).orElse(null);
  }

  /** A day as spreadsheets count it. */
  private static Instant serial(BigDecimal days) {
    // A time is a fraction that no double holds: 8:05 stands as 0.33680555555.
    var seconds =
        days.multiply(BigDecimal.valueOf(SECONDS_OF_DAY))
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    LocalDateTime local = SHEETS.atStartOfDay().plusSeconds(seconds);
    return local.atZone(Clocks.ZONE).toInstant();
  }

  private static int digits(@Nullable String text) {
    return text == null ? 0 : Integer.parseInt(text);
  }
}
