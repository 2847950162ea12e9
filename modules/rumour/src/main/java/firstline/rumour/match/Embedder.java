package firstline.rumour.match;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;

/**
 * Sentence embeddings, computed here: bge-small-zh-v1.5, quantised, by the ONNX runtime. Nothing
 * leaves the machine.
 *
 * <p>A vector has {@link #DIMENSIONS} numbers and length 1; the first token's state is the text's
 * (Xiao et al. 2023, C-Pack).
 */
final class Embedder {
  static final int DIMENSIONS = 512;

  /** Name of what makes the vectors: others must not be compared with them. */
  static final String MODEL = "bge-small-zh-v1.5-q/256";

  private static final System.Logger LOG = System.getLogger(Embedder.class.getName());
  private static final int MOST_PIECES = 256;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPiece pieces;

  private Embedder(OrtEnvironment environment, OrtSession session, WordPiece pieces) {
    this.environment = environment;
    this.session = session;
    this.pieces = pieces;
  }

  /** The embedder, or nothing where the platform has no native part or no memory for it. */
  static Optional<Embedder> load() {
    try (var model = resource("bge-small-zh-v1.5-q.onnx");
        var tokenizer = resource("bge-small-zh-v1.5-q-tokenizer.json")) {
      var environment = OrtEnvironment.getEnvironment();
      try (var options = new OrtSession.SessionOptions()) {
        // One thread a text: several texts are embedded side by side.
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        var session = environment.createSession(model.readAllBytes(), options);
        return Optional.of(new Embedder(environment, session, new WordPiece(tokenizer)));
      }
    } catch (OrtException | IOException | LinkageError e) {
      LOG.log(
          System.Logger.Level.WARNING, "matching by words alone: no embeddings on this machine", e);
      return Optional.empty();
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(Embedder.class.getResourceAsStream("/" + name), name);
  }

  /** The vector of a folded text; what is beyond its first 256 pieces is not seen. */
  float[] embed(String folded) {
    var ids = pieces.ids(folded, MOST_PIECES);
    var mask = new long[ids.length];
    Arrays.fill(mask, 1);
    var inputs = new HashMap<String, OnnxTensor>();
    try {
      inputs.put("input_ids", OnnxTensor.createTensor(environment, new long[][] {ids}));
      inputs.put("attention_mask", OnnxTensor.createTensor(environment, new long[][] {mask}));
      inputs.put(
          "token_type_ids",
          OnnxTensor.createTensor(environment, new long[][] {new long[ids.length]}));
      try (var result = session.run(inputs)) {
        var states = ((OnnxTensor) result.get(0)).getFloatBuffer();
        var vector = new float[DIMENSIONS];
        states.get(vector);
        return normal(vector);
      }
    } catch (OrtException e) {
      throw new UncheckedIOException(new IOException(e));
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static float[] normal(float[] vector) {
    var square = 0.0;
    for (var one : vector) {
      square += one * one;
    }
    var length = (float) Math.sqrt(Math.max(square, 1e-12));
    for (var i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
    return vector;
  }

  void close() {
    try {
      session.close();
    } catch (OrtException e) {
      LOG.log(System.Logger.Level.DEBUG, "the embedder did not close", e);
    }
  }
}
