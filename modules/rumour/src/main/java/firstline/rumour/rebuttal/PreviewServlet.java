package firstline.rumour.rebuttal;

import firstline.persistence.api.JsonAnswer;
import firstline.persistence.words.Words;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;

/**
 * POST {@code /console/rumour/preview}: every variant of what the posted form says, as words by the
 * names that the page's previews carry. Keeps nothing.
 */
@WebServlet("/console/rumour/preview")
public class PreviewServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Words words;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var fields = new HashMap<String, String>();
    request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
    var preview = Preview.of(ContentForm.of(fields), ReadingRate.current());
    JsonAnswer.send(
        response,
        Json.createObjectBuilder()
            .add("fact", preview.fact())
            .add("warning", preview.isRumour() ? words.get("rumour.preview.is-rumour") : "")
            .add("explanation", preview.explanation())
            .add("advice", preview.advice())
            .add("shortText", preview.shortText())
            .add("shortRoom", room(preview.shortRoom(), preview.isShortLong()))
            .add("shortMade", made(preview.isShortMade()))
            .add("script", preview.script())
            .add("reading", reading(words, preview.seconds()))
            .add("scriptMade", made(preview.isScriptMade()))
            .add("poster", preview.poster())
            .add("posterRoom", room(preview.posterRoom(), preview.isPosterLong()))
            .add("posterMade", made(preview.isPosterMade())));
  }

  private String room(String room, boolean isLong) {
    return isLong ? room + " · " + words.get("rumour.preview.long") : room;
  }

  private String made(boolean made) {
    return made ? words.get("rumour.preview.made") : "";
  }

  /** Minutes and seconds in words. */
  static String reading(Words words, int seconds) {
    return words.of("rumour.minutes", seconds / 60, seconds % 60);
  }
}
