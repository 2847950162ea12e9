package firstline.rumour.appeal;

import firstline.persistence.text.PlainText;
import java.time.LocalDate;

/**
 * What somebody outside says.
 *
 * @param dated the day it speaks of itself
 */
public record Opinion(String organisation, String text, LocalDate dated) {
  public Opinion {
    organisation = Appeal.within(PlainText.line(organisation), Appeal.PARTY, "appeal.organisation");
    text = Appeal.within(PlainText.lines(text), Appeal.TEXT, "appeal.opinion");
  }
}
