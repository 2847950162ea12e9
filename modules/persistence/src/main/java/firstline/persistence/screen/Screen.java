package firstline.persistence.screen;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Runs what a page's button asks for. A refusal becomes a message and the form stays as it was
 * typed; what is done becomes a message on the next page, reached by a redirect, so that reloading
 * repeats nothing. Everything else goes up to the error page with an incident id.
 */
@Named
@RequestScoped
public class Screen {
  /** Something that a button does. */
  @FunctionalInterface
  public interface Action {
    void run() throws Exception;
  }

  @Inject private Words words;

  /** Runs the action, says the words and goes to the address. */
  public void run(Action action, String doneKey, String address) {
    run(action, doneKey, () -> address);
  }

  /** The same, to an address that is known once the action is done: that of a new record. */
  public void run(Action action, String doneKey, Supplier<String> address) {
    if (attempt(action)) {
      done(doneKey);
      go(address.get());
    }
  }

  /** Runs an action whose result this very page shows; false if it was refused. */
  public boolean attempt(Action action) {
    try {
      action.run();
      return true;
    } catch (NotFound notFound) {
      throw notFound;
    } catch (Refusal refusal) {
      refuse(refusal);
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Shows a refusal's sentence on this page. */
  public void refuse(Refusal refusal) {
    FacesContext.getCurrentInstance()
        .addMessage(
            null,
            new FacesMessage(FacesMessage.SEVERITY_ERROR, words.refusal(refusal), refusal.code()));
  }

  /** Says on the next page that something is done. */
  public void done(String key) {
    say(words.get(key));
  }

  /** Says a whole sentence on the next page. */
  public void say(String sentence) {
    var faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, sentence, ""));
  }

  /** Redirects to an address of the console. */
  public void go(String address) {
    try {
      FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A parameter of the address, empty if absent. */
  public String parameter(String name) {
    return Objects.requireNonNullElse(
            FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name),
            "")
        .replace("\0", "");
  }

  /** All values of a parameter that may stand several times, such as ticked boxes. */
  public List<String> parameters(String name) {
    return List.of(
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterValuesMap()
            .getOrDefault(name, new String[0]));
  }

  /**
   * The record that the address names by {@code id}.
   *
   * @throws NotFound if there is none or it is no id
   */
  public UUID id() {
    return id("id");
  }

  /** The id in the named parameter. */
  public UUID id(String name) {
    var text = parameter(name);
    if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      throw new NotFound();
    }
    return UUID.fromString(text);
  }

  /**
   * The version of the record that the form was filled on.
   *
   * @throws NotFound if it is no number: nobody's form says that
   */
  public long version() {
    var text = parameter("version");
    if (!text.matches("\\d{1,18}")) {
      throw new NotFound();
    }
    return Long.parseLong(text);
  }

  /** True if the address names a record. */
  public boolean names(String parameter) {
    return !parameter(parameter).isEmpty();
  }

  /** A value for use in an address. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
