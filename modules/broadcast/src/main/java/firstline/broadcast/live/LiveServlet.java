package firstline.broadcast.live;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.schedule.PlaceNames;
import firstline.persistence.api.JsonAnswer;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.words.Words;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Live pages for the console's script, below {@code /console/broadcast/live-stream}. POST with
 * {@code areas}, {@code text}, {@code minutes} and {@code volume} orders one: 201 {@code
 * {"stream"}}; POST {@code /{stream}/{number}} brings a piece, and {@code /{stream}/end} ends it:
 * 204; GET {@code /{stream}} tells {@code {"planned", "started", "pieces", "left", "ended"}}, in
 * seconds. 422 {@code {"refusal", "code"}} in words.
 */
@WebServlet({"/console/broadcast/live-stream", "/console/broadcast/live-stream/*"})
public class LiveServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH =
      Pattern.compile("/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/([0-9]{1,6}|end))?");

  @Inject private transient OrderLive orderLive;
  @Inject private transient PlaceNames placeNames;
  @Inject private transient TakePiece takePiece;
  @Inject private transient EndLive endLive;
  @Inject private transient LiveQueries queries;
  @Inject private transient Desk desk;
  @Inject private transient Words words;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = PATH.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
    if (!path.matches() || path.group(2) != null) {
      throw new NotFound();
    }
    var page = queries.one(UUID.fromString(path.group(1))).orElseThrow(NotFound::new);
    JsonAnswer.send(
        response,
        HttpServletResponse.SC_OK,
        Json.createObjectBuilder()
            .add("planned", page.planned())
            .add("started", page.started())
            .add("pieces", page.pieces())
            .add("ended", page.endedBy())
            .add("heard", words.of("live.heard.value", page.started(), page.planned())));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!desk.may(BroadcastRights.EMERGENCY)) {
      throw new NotFound();
    }
    var told = Objects.requireNonNullElse(request.getPathInfo(), "");
    var path = PATH.matcher(told);
    try {
      if (told.isEmpty() || told.equals("/")) {
        var stream = orderLive.order(command(request));
        JsonAnswer.send(
            response,
            HttpServletResponse.SC_CREATED,
            Json.createObjectBuilder().add("stream", stream.toString()));
        return;
      }
      if (!path.matches() || path.group(2) == null) {
        throw new NotFound();
      }
      var stream = UUID.fromString(path.group(1));
      if (path.group(2).equals("end")) {
        endLive.end(new EndLive.Command(stream));
      } else {
        // One byte more than there may be: it is refused by its length.
        var sound = request.getInputStream().readNBytes(TakePiece.LONGEST + 1);
        takePiece.take(new TakePiece.Command(stream, Integer.parseInt(path.group(2)), sound));
      }
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (NotFound strange) {
      throw strange;
    } catch (Refusal refusal) {
      JsonAnswer.send(
          response,
          422,
          Json.createObjectBuilder()
              .add("code", refusal.code())
              .add("refusal", words.refusal(refusal)));
    }
  }

  private OrderLive.Command command(HttpServletRequest request) {
    return new OrderLive.Command(
        typed(request, "text"),
        placeNames.codes(typed(request, "areas")),
        number(request, "minutes"),
        number(request, "volume"));
  }

  private static String typed(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "").strip();
  }

  private static int number(HttpServletRequest request, String name) {
    var typed = typed(request, name);
    if (!typed.matches("[0-9]{1,4}")) {
      throw new Refusal("schedule.number", typed);
    }
    return Integer.parseInt(typed);
  }
}
