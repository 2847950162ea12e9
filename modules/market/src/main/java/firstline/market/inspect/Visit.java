package firstline.market.inspect;

import firstline.persistence.digest.Sha256;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.tabular.JsonLines;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as a phone tells it.
 *
 * @param id given on the phone: told again it is the same
 * @param inspection id
 * @param arrived and {@code left}: by the phone's clock
 * @param present the operator's person, as they signed; empty if nobody did
 * @param unsigned why a signature is missing; empty if none is
 * @param note what else was seen
 * @param pictures taken, signatures among them, in order
 * @param hash SHA-256 of what was told, in hexadecimal
 */
record Visit(
    UUID id,
    UUID inspection,
    Instant arrived,
    Instant left,
    String present,
    String unsigned,
    String note,
    List<Answer> answers,
    List<Picture> pictures,
    String hash) {
  static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private static final int PRESENT = 60;
  private static final int WHY = 200;
  private static final int NOTE = 2_000;
  private static final int ANSWER_NOTE = 500;
  private static final int PICTURES = 60;
  private static final String SHA = "[0-9a-f]{64}";
  private static final double LATITUDE = 90;
  private static final double LONGITUDE = 180;

  /** Words: {@code inspection.answer.<name>}. */
  enum Given {
    YES,
    NO,
    NOT_APPLICABLE
  }

  /** What a picture shows. Words: {@code inspection.picture.<name>}. */
  enum Shows {
    PHOTO,
    /** The signature of the operator's person. */
    PARTY,
    /** The signature of the officer. */
    OFFICER
  }

  /** An answer to the item of the place. */
  record Answer(int place, Given given, String note) {}

  /**
   * A picture whose bytes come apart.
   *
   * @param sha256 in hexadecimal; null from a phone that cannot count it
   * @param latitude and {@code longitude} in degrees; null if the place was not taken
   */
  record Picture(
      UUID id,
      Shows shows,
      @Nullable String sha256,
      Instant taken,
      @Nullable Double latitude,
      @Nullable Double longitude) {}

  /**
   * The visit of the JSON object: {@code inspection}, {@code arrived}, {@code left} (milliseconds
   * of 1970), {@code present}, {@code unsigned}, {@code note}, {@code answers: [{place, answer,
   * note}]}, {@code pictures: [{id, kind, sha256, taken, latitude, longitude}]}.
   *
   * @throws Refusal {@code inspection.told} if it is no visit; {@code inspection.note-long} with
   *     the place and the most characters; {@code inspection.signature}, {@code
   *     inspection.pictures}
   */
  static Visit read(UUID id, JsonObject told) {
    try {
      var pictures = new ArrayList<Picture>();
      for (var each : objects(told, "pictures")) {
        pictures.add(picture(each));
      }
      var answers = new ArrayList<Answer>();
      for (var each : objects(told, "answers")) {
        var place = each.getInt("place");
        answers.add(
            new Answer(
                place,
                Given.valueOf(JsonLines.text(each, "answer")),
                InspectionText.line(
                    JsonLines.text(each, "note"), ANSWER_NOTE, "inspection.answer-note")));
      }
      return new Visit(
              id,
              UUID.fromString(JsonLines.text(told, "inspection")),
              instant(told, "arrived"),
              instant(told, "left"),
              InspectionText.line(JsonLines.text(told, "present"), PRESENT, "inspection.present"),
              InspectionText.line(JsonLines.text(told, "unsigned"), WHY, "inspection.unsigned"),
              InspectionText.lines(JsonLines.text(told, "note"), NOTE, "inspection.visit-note"),
              List.copyOf(answers),
              List.copyOf(pictures),
              Sha256.hex(told.toString().getBytes(StandardCharsets.UTF_8)))
          .checked();
    } catch (ClassCastException | IllegalArgumentException | ArithmeticException e) {
      throw new Refusal("inspection.told");
    }
  }

  private static Picture picture(JsonObject told) {
    var sha256 = JsonLines.text(told, "sha256");
    if (!sha256.isEmpty() && !sha256.matches(SHA)) {
      throw new Refusal("inspection.told");
    }
    return new Picture(
        UUID.fromString(JsonLines.text(told, "id")),
        Shows.valueOf(JsonLines.text(told, "kind")),
        sha256.isEmpty() ? null : sha256,
        instant(told, "taken"),
        degrees(told, "latitude", LATITUDE),
        degrees(told, "longitude", LONGITUDE));
  }

  private static Instant instant(JsonObject told, String name) {
    return Instant.ofEpochMilli(number(told, name).longValueExact());
  }

  private static JsonNumber number(JsonObject told, String name) {
    if (told.get(name) instanceof JsonNumber number) {
      return number;
    }
    throw new IllegalArgumentException(name);
  }

  private static List<JsonObject> objects(JsonObject told, String name) {
    if (told.get(name) instanceof JsonArray array) {
      return array.getValuesAs(JsonObject.class);
    }
    throw new IllegalArgumentException(name);
  }

  private static @Nullable Double degrees(JsonObject told, String name, double most) {
    if (JsonLines.text(told, name).isEmpty()) {
      return null;
    }
    var value = number(told, name).doubleValue();
    if (!(Math.abs(value) <= most)) {
      throw new Refusal("inspection.told");
    }
    return value;
  }

  private Visit checked() {
    if (pictures.size() > PICTURES
        || new HashSet<>(pictures.stream().map(Picture::id).toList()).size() != pictures.size()) {
      throw new Refusal("inspection.pictures", PICTURES);
    }
    if (left.isBefore(arrived)) {
      throw new Refusal("inspection.told");
    }
    var party = !present.isEmpty() && shows(Shows.PARTY);
    if (unsigned.isEmpty() && !(party && shows(Shows.OFFICER))) {
      throw new Refusal("inspection.signature");
    }
    return this;
  }

  private boolean shows(Shows kind) {
    return pictures.stream().anyMatch(one -> one.shows() == kind);
  }

  boolean finds() {
    return answers.stream().anyMatch(one -> one.given() == Given.NO);
  }
}
