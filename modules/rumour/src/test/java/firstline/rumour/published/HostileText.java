package firstline.rumour.published;

import firstline.persistence.text.PlainText;
import firstline.testkit.seed.Draw;
import java.util.List;

/** What nobody means well with, put together anew by each draw. */
public final class HostileText {
  private static final List<String> PIECES =
      List.of(
          "</script><script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "]]>",
          "<!--",
          "--!>",
          "&lt;&amp;&#0;&nbsp;",
          "\"'`",
          "\\u003c\\",
          "#{request.session}${7*7}",
          "=cmd|' /C calc'!A0",
          "@SUM(1+1)",
          "-2+3",
          "＝1+1",
          "\u0000\u0007\u001b[31m",
          "\u202egnp.exe\u2066\u200f",
          "\ud800",
          "\udfff",
          "\ufffe\uffff\ufeff",
          "\u2028\u2029\u0085",
          "\u00a0é\u00ad",
          "\r\n\t,;",
          "%00%s{0}",
          "一".repeat(300),
          "𠮷😀‍👩‍👩‍👧",
          "javascript:alert(1)");

  private HostileText() {}

  /** As it comes in. */
  public static String raw(Draw draw) {
    return String.join("", draw.list(1, 6, one -> one.of(PIECES)));
  }

  /** As the house keeps it: never empty. */
  public static String kept(Draw draw) {
    return "甲" + PlainText.lines(raw(draw)) + "乙";
  }

  /** The same on one line. */
  public static String line(Draw draw) {
    return PlainText.line("甲" + raw(draw) + "乙");
  }
}
