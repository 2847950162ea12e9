package firstline.persistence.file;

import firstline.persistence.right.RightContribution;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Offers the right to open files to every role; nobody has it before a role is given it. */
@ApplicationScoped
public class FileRights implements RightContribution {
  @Override
  public List<String> rights() {
    return List.of(Rights.FILES);
  }
}
