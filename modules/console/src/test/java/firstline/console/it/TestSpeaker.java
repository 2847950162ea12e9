package firstline.console.it;

import firstline.broadcast.signature.Canonical;
import firstline.broadcast.signature.Ed25519;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A speaker of another maker: it speaks PROTOCOL.md and nothing else. */
final class TestSpeaker {
  private final URL base;
  private final String serial;
  private final KeyPair key;
  private final UUID journal = UUID.randomUUID();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Map<String, Object>> records = new ArrayList<>();
  private byte[] head = new byte[32];
  private long beats;

  TestSpeaker(URL base, String serial) throws GeneralSecurityException {
    this.base = base;
    this.serial = serial;
    this.key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  HttpResponse<String> enrol(String code) throws Exception {
    // The last 32 bytes of the X.509 form are the key (RFC 8410, 4).
    var encoded = key.getPublic().getEncoded();
    var publicKey =
        Ed25519.text(Arrays.copyOfRange(encoded, encoded.length - Ed25519.KEY, encoded.length));
    var proof = sign("firstline-enrol\n" + code + "\n" + serial + "\n" + publicKey);
    var body =
        Map.of(
            "code", code, "serial", serial, "publicKey", publicKey, "proof", proof, "model", "t");
    return send(request("enrol").POST(BodyPublishers.ofByteArray(Canonical.bytes(body))));
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    var expires = System.currentTimeMillis() + 3_600_000;
    var ticket =
        serial + "." + expires + "." + sign("firstline-ticket\n" + serial + "\n" + expires);
    var request = request(path).header("Authorization", "Speaker " + ticket);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.GET());
  }

  /** Writes a record into the journal. */
  void write(String play, String event, long at, long heard) throws GeneralSecurityException {
    var record = new HashMap<String, Object>();
    record.put("sequence", records.size() + 1);
    record.put("play", play);
    record.put("event", event);
    record.put("at", at);
    record.put("heard", heard);
    record.put("reason", "");
    var digest = MessageDigest.getInstance("SHA-256");
    digest.update(head);
    head = digest.digest(Canonical.bytes(record));
    record.put("hash", Ed25519.text(head));
    records.add(record);
  }

  /** Hands the whole journal in. */
  JsonObject handIn(long revision) throws Exception {
    var body =
        Canonical.bytes(
            Map.of(
                "serial",
                serial,
                "journal",
                journal.toString(),
                "heartbeat",
                Map.of(
                    "count",
                    ++beats,
                    "at",
                    System.currentTimeMillis(),
                    "offset",
                    12,
                    "trusted",
                    true,
                    "revision",
                    revision,
                    "state",
                    "IDLE",
                    "flags",
                    List.of(),
                    "volume",
                    70,
                    "free",
                    1_000_000,
                    "firmware",
                    "t1"),
                "records",
                records,
                "faults",
                List.of()));
    var signature = sign("firstline-receipts\n" + new String(body, StandardCharsets.UTF_8));
    var answer =
        send(
            request("receipts")
                .header("Firstline-Signature", signature)
                .POST(BodyPublishers.ofByteArray(body)));
    return read(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + "t/v1/" + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private String sign(String message) throws GeneralSecurityException {
    var signing = Signature.getInstance("Ed25519");
    signing.initSign(key.getPrivate());
    signing.update(message.getBytes(StandardCharsets.UTF_8));
    return Ed25519.text(signing.sign());
  }

  static JsonObject read(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
