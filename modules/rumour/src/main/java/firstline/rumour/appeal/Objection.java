package firstline.rumour.appeal;

import firstline.persistence.text.PlainText;

/**
 * What a party says.
 *
 * @param person true for a person, false for an organisation
 * @param party as it calls itself
 */
public record Objection(boolean person, String party, String text) {
  public Objection {
    party = Appeal.within(PlainText.line(party), Appeal.PARTY, "appeal.party");
    text = Appeal.within(PlainText.lines(text), Appeal.TEXT, "appeal.objection");
  }
}
