package firstline.publicity.making;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;

/** Shows what would be made of a line, before it is made. */
@ApplicationScoped
public class PreviewLine {
  @Inject private WaitingLines lines;

  /**
   * A PNG.
   *
   * @param form name of a {@link Form}
   * @throws NotFound if there is no such line, or nothing to see of this form
   */
  @Allows(right = READ, reads = true)
  @Requirement("R71.6")
  public byte[] preview(String number, String language, String form) {
    var wanted =
        Arrays.stream(Form.values())
            .filter(one -> one != Form.SMS && one.name().equals(form))
            .findFirst()
            .orElseThrow(NotFound::new);
    return Template.preview(wanted, Template.said(wanted, lines.at(number, language)));
  }
}
