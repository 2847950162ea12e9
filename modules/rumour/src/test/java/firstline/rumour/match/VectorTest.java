package firstline.rumour.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VectorTest {
  private static float[] vector(Draw draw) {
    var vector = new float[Embedder.DIMENSIONS];
    var square = 0.0;
    for (var i = 0; i < vector.length; i++) {
      vector[i] = (float) draw.random().nextGaussian();
      square += vector[i] * vector[i];
    }
    for (var i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  private static double cosine(float[] one, float[] other) {
    var sum = 0.0;
    for (var i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  @Test
  @Requirement("R7.4")
  void aByteADimensionKeepsTheCosine() {
    Seeded.cases(
        500,
        draw -> {
          var one = vector(draw);
          var other = vector(draw);
          assertEquals(cosine(one, other), Vector.cosine(Vector.of(one).scaled(), other), 0.005);
          assertEquals(1, Vector.cosine(Vector.of(one).scaled(), one), 0.005);
        });
  }

  @Test
  @Requirement("R7.4")
  void theSignsFindThePieceItselfAndForgetWhatIsGone() {
    Seeded.cases(
        30,
        draw -> {
          var index = new SignIndex();
          var known = new HashMap<UUID, float[]>();
          for (var step = 0; step < 300; step++) {
            if (!known.isEmpty() && draw.chance(0.3)) {
              var gone = known.keySet().iterator().next();
              known.remove(gone);
              index.remove(gone);
            } else {
              var id = draw.id();
              known.put(id, vector(draw));
              index.replace(id, Map.of(0, Vector.signs(known.get(id))));
            }
          }
          assertEquals(known.size(), index.size());
          for (var entry : known.entrySet()) {
            var hits = index.search(entry.getValue(), 5);
            assertEquals(entry.getKey(), hits.get(0).rebuttal());
          }
          var all = new HashSet<UUID>();
          index.search(vector(draw), 1_000).forEach(hit -> all.add(hit.rebuttal()));
          assertEquals(known.keySet(), all);
        });
  }

  @Test
  @Requirement("R7.4")
  void likeMeaningsLieNearEachOther() {
    var embedder = Embedder.load().orElseThrow();
    var one = embedder.embed("喝酒可以杀死新冠病毒");
    var like = embedder.embed("饮用白酒能消灭冠状病毒");
    var unlike = embedder.embed("明天全市停水七天");
    assertEquals(1, cosine(one, one), 1e-4);
    assertTrue(cosine(one, like) > cosine(one, unlike) + 0.2);
    embedder.close();
  }
}
