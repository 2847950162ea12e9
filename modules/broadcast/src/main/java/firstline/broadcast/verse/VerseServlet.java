package firstline.broadcast.verse;

import firstline.broadcast.reading.Lexicon;
import firstline.broadcast.reading.ReadingTime;
import firstline.broadcast.reading.Readings.Sign;
import firstline.persistence.api.JsonAnswer;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Words;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * POST {@code text} and {@code kind}: {@code {"facts": "…", "lines": [{"text", "syllables",
 * "rhyme", "rhymes"}], "remarks": ["…"], "several": ["行 hang2 (xing2)"]}}, in the officer's
 * language.
 */
@WebServlet("/console/broadcast/verse")
public class VerseServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 4_000;
  private static final int SEVERAL = 40;
  private static final int REMARKS = 8;

  @Inject private transient Lexicon lexicon;
  @Inject private transient Words words;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var sent = Objects.requireNonNullElse(request.getParameter("text"), "");
    var text = sent.substring(0, Math.min(LONGEST, sent.length()));
    var kind = TextKind.of(Objects.requireNonNullElse(request.getParameter("kind"), ""));
    var verse = Verse.of(text, lexicon.mine());
    var several = Json.createArrayBuilder();
    verse.several().stream().limit(SEVERAL).map(VerseServlet::several).forEach(several::add);
    var remarks = Json.createArrayBuilder();
    Remark.on(kind, text, verse).stream().limit(REMARKS).map(this::remark).forEach(remarks::add);
    JsonAnswer.send(
        response,
        Json.createObjectBuilder()
            .add("facts", facts(text, kind))
            .add("lines", kind.verse() ? lines(verse) : Json.createArrayBuilder())
            .add("remarks", remarks)
            .add("several", several));
  }

  private String remark(Remark remark) {
    return words.of("verse.remark." + remark.code(), remark.line(), remark.syllables());
  }

  @Requirement("R42.1")
  private String facts(String text, TextKind kind) {
    var count = text.codePointCount(0, text.length());
    return kind == TextKind.SMS
        ? words.of("verse.facts.sms", count, Sms.parts(text))
        : words.of("verse.facts", count, ReadingTime.of(text).toSeconds());
  }

  private JsonArrayBuilder lines(Verse verse) {
    var lines = Json.createArrayBuilder();
    verse.lines().forEach(line -> lines.add(line(line)));
    return lines;
  }

  private JsonObjectBuilder line(Verse.Line line) {
    var rhyme = line.rhyme();
    return Json.createObjectBuilder()
        .add("text", line.text())
        .add("syllables", line.syllables())
        .add(
            "rhyme",
            rhyme == null ? "" : words.get("verse.rhyme." + rhyme.name()) + " " + line.ending())
        .add("rhymes", line.rhymes());
  }

  private static String several(Sign sign) {
    return sign.text() + " " + sign.reading() + " (" + String.join(", ", sign.others()) + ")";
  }
}
