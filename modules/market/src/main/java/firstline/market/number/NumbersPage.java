package firstline.market.number;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** How authorities call themselves in the numbers of their documents. */
@Named
@RequestScoped
public class NumbersPage {
  @Inject private SetDocumentWord setDocumentWord;
  @Inject private Screen screen;
  @Inject private Desk desk;

  public List<SetDocumentWord.Line> getWords() {
    return setDocumentWord.words();
  }

  public String getUsual() {
    return DocumentNumbers.USUAL;
  }

  /** A number as the word makes it. */
  public String example(SetDocumentWord.Line line) {
    return line.word() + "罚〔2026〕0088号";
  }

  public String getArea() {
    return screen.names("posted") ? screen.parameter("area") : desk.officer().areaCode();
  }

  public String getWord() {
    return screen.parameter("word");
  }

  public void set() {
    screen.run(
        () ->
            setDocumentWord.set(
                new SetDocumentWord.Command(screen.parameter("area"), screen.parameter("word"))),
        "number.set",
        "/console/market/numbers");
  }
}
