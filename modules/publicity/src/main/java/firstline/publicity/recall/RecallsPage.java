package firstline.publicity.recall;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the officer has to answer, what is due for correction, and every recall. */
@Named
@RequestScoped
public class RecallsPage {
  private static final String HERE = "/console/publicity/recalls";

  @Inject private RecallQueries queries;
  @Inject private AnswerRecall answerRecall;
  @Inject private Screen screen;

  private @Nullable Page<RecallQueries.Line> page;
  private @Nullable List<RecallQueries.Task> mine;

  private Page<RecallQueries.Line> page() {
    if (page == null) {
      page =
          queries.list(getQ(), Cursor.read(screen.parameter("after"), screen.parameter("before")));
    }
    return page;
  }

  public String getQ() {
    return screen.parameter("q");
  }

  public List<RecallQueries.Line> getRows() {
    return page().rows();
  }

  public List<RecallQueries.Task> getMine() {
    if (mine == null) {
      mine = queries.mine();
    }
    return mine;
  }

  public List<RecallQueries.Due> getDue() {
    return queries.due();
  }

  /** The task that is being answered: what was typed stays with it alone. */
  public String typed(UUID task, String field, String otherwise) {
    return task.toString().equals(screen.parameter("task")) && screen.names(field)
        ? screen.parameter(field)
        : otherwise;
  }

  public void answer() {
    screen.run(
        () ->
            answerRecall.answer(
                new AnswerRecall.Command(
                    screen.id("task"),
                    count("destroyed"),
                    count("returned"),
                    screen.parameter("note"))),
        "recall.thanks",
        HERE);
  }

  private long count(String field) {
    var typed = screen.parameter(field).strip();
    if (typed.isEmpty()) {
      return 0;
    }
    if (!typed.matches("[0-9]{1,12}")) {
      throw new Refusal("recall.number", typed);
    }
    return Long.parseLong(typed);
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page().after().isEmpty()
        ? ""
        : HERE + "?q=" + Screen.encode(getQ()) + "&after=" + page().after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page().before().isEmpty()
        ? ""
        : HERE + "?q=" + Screen.encode(getQ()) + "&before=" + page().before();
  }
}
