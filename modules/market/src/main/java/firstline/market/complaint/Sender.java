package firstline.market.complaint;

import java.util.regex.Pattern;

/** Whoever sent a letter, as it names itself: a name, then how it is reached. */
public final class Sender {
  /** What stands before a name where a form asked for it. */
  private static final String LABEL = "^(姓名|投诉人|联系人|来电人)\\s*[:：]\\s*";

  /** A Chinese name, one with a middle dot, or one in Latin letters, and then something else. */
  private static final Pattern NAME =
      Pattern.compile(
          "^(\\p{IsHan}{2,5}|\\p{IsHan}{1,10}(?:[·•]\\p{IsHan}{1,10})+"
              + "|\\p{IsLatin}[\\p{IsLatin}.'’-]*(?: \\p{IsLatin}[\\p{IsLatin}.'’-]*){0,4})"
              + "(?=$|[\\s,;，；、（(]|\\d)");

  /** How places end; a letter without a name begins with one. */
  private static final String PLACE = ".*[路街道巷弄村镇乡区县市省号栋组院苑楼]$";

  private Sender() {}

  /** The name; empty if the contact does not begin with what must be one. */
  public static String name(String contact) {
    var match = NAME.matcher(contact.strip().replaceFirst(LABEL, ""));
    if (!match.find()) {
      return "";
    }
    var name = match.group(1).strip();
    return name.matches(PLACE) ? "" : name;
  }
}
