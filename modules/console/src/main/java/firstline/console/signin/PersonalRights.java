package firstline.console.signin;

import firstline.persistence.right.RightContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The rights that pass to a deputy: those that a module names, and does not call personal. */
@ApplicationScoped
public class PersonalRights {
  private List<String> personal = List.of();
  private List<String> passing = List.of();

  /** For the container's proxy. */
  protected PersonalRights() {}

  @Inject
  PersonalRights(@Any Instance<RightContribution> modules) {
    this((Iterable<RightContribution>) modules);
  }

  /** For tests without a server. */
  public PersonalRights(Iterable<? extends RightContribution> modules) {
    var stay = new ArrayList<String>();
    var pass = new ArrayList<String>();
    for (var module : modules) {
      stay.addAll(module.personal());
      pass.addAll(module.rights());
    }
    pass.removeAll(stay);
    pass.removeIf(right -> right.startsWith("admin."));
    personal = List.copyOf(stay);
    passing = List.copyOf(pass);
  }

  /** Those that stay with the person, for the page that says so. */
  public List<String> staying() {
    return personal;
  }

  boolean pass(String right) {
    return passing.contains(right);
  }
}
