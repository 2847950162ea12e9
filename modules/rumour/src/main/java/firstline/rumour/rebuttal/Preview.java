package firstline.rumour.rebuttal;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.text.PlainText;

/**
 * What each channel would carry of what is typed so far. Never refuses: what is too long is shown
 * with its count.
 *
 * @param isRumour true while the headline says nothing but the rumour
 * @param seconds that the script takes to be read
 */
public record Preview(
    String fact,
    boolean isRumour,
    String explanation,
    String advice,
    String shortText,
    int shortCount,
    boolean isShortMade,
    String script,
    int seconds,
    boolean isScriptMade,
    String poster,
    int posterCount,
    boolean isPosterMade) {

  @Requirement({"R2.11", "R2.14"})
  static Preview of(ContentForm form, ReadingRate rate) {
    var english = form.language().equals("en");
    var made =
        Variants.NONE.completed(
            PlainText.line(form.fact()),
            PlainText.lines(form.explanation()),
            PlainText.lines(form.advice()),
            english);
    var shortText = PlainText.line(form.shortText());
    var script = PlainText.lines(form.script());
    var poster = PlainText.line(form.poster());
    var shown =
        new String[] {
          shortText.isEmpty() ? made.shortText() : shortText,
          script.isEmpty() ? made.script() : script,
          poster.isEmpty() ? made.poster() : poster
        };
    return new Preview(
        PlainText.line(form.fact()),
        !form.verdict().equals("TRUE") && Headline.isTheRumour(form.fact(), form.claim()),
        PlainText.lines(form.explanation()),
        PlainText.lines(form.advice()),
        shown[0],
        Variants.length(shown[0]),
        shortText.isEmpty(),
        shown[1],
        rate.seconds(shown[1]),
        script.isEmpty(),
        shown[2],
        Variants.length(shown[2]),
        poster.isEmpty());
  }

  /** Characters used of those that there are. */
  public String shortRoom() {
    return shortCount + " / " + Variants.SHORT;
  }

  public String posterRoom() {
    return posterCount + " / " + Variants.POSTER;
  }

  public boolean isShortLong() {
    return shortCount > Variants.SHORT;
  }

  public boolean isPosterLong() {
    return posterCount > Variants.POSTER;
  }
}
