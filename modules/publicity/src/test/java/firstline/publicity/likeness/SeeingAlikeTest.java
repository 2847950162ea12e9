package firstline.publicity.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.publicity.SamplePictures;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.LongFunction;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What looks alike is found, what does not is not, and quickly. */
class SeeingAlikeTest {
  private static final int PICTURES = 120;

  private static BufferedImage scaled(BufferedImage picture, int width, int height) {
    var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = scaled.createGraphics();
    canvas.drawImage(
        picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    canvas.dispose();
    return scaled;
  }

  private static BufferedImage saved(BufferedImage picture, double quality) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(SamplePictures.jpeg(picture, quality)));
  }

  private static BufferedImage brighter(BufferedImage picture) {
    var brighter =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (var y = 0; y < picture.getHeight(); y++) {
      for (var x = 0; x < picture.getWidth(); x++) {
        var colour = picture.getRGB(x, y);
        brighter.setRGB(
            x,
            y,
            lit(colour >> 16 & 0xFF) << 16 | lit(colour >> 8 & 0xFF) << 8 | lit(colour & 0xFF));
      }
    }
    return brighter;
  }

  private static int lit(int value) {
    return Math.min(255, Math.round(value * 1.05f));
  }

  @Test
  @Requirement("R68.1")
  void theSamePictureIsFoundAgainAndOthersAreNot() throws IOException {
    var originals = new ArrayList<BufferedImage>();
    LongFunction<BufferedImage> photograph = seed -> SamplePictures.photograph(seed, 400, 300);
    LongFunction<BufferedImage> poster = seed -> SamplePictures.poster(seed, 300, 420);
    for (var seed = 0; seed < PICTURES; seed++) {
      originals.add((seed % 2 == 0 ? photograph : poster).apply(seed));
    }
    var prints = originals.stream().map(Fingerprint::of).toList();
    var found = 0;
    var asked = 0;
    for (var i = 0; i < originals.size(); i++) {
      var original = originals.get(i);
      for (var again :
          List.of(
              scaled(original, original.getWidth() / 2, original.getHeight() / 2),
              scaled(original, original.getWidth() * 3 / 4, original.getHeight() * 3 / 4),
              saved(original, 0.5),
              brighter(original))) {
        asked++;
        found += Long.bitCount(Fingerprint.of(again) ^ prints.get(i)) <= Fingerprint.NEAR ? 1 : 0;
      }
    }
    var mistaken = 0;
    for (var i = 0; i < prints.size(); i++) {
      for (var j = 0; j < i; j++) {
        mistaken += Long.bitCount(prints.get(i) ^ prints.get(j)) <= Fingerprint.NEAR ? 1 : 0;
      }
    }
    assertTrue(found >= 0.99 * asked, found + " of " + asked + " found");
    assertTrue(
        mistaken <= 0.01 * PICTURES, mistaken + " pairs of other pictures taken for the same");
  }

  @Test
  @Requirement("R68.2")
  void theIndexFindsWhatLookingAtAllOfThemFinds() {
    var random = new Random(68);
    var index = new FingerprintIndex();
    var all = new long[20_000];
    for (var i = 0; i < all.length; i++) {
      // Some near each other, or there would be nothing to be found.
      all[i] = i > 0 && i % 3 == 0 ? flipped(all[random.nextInt(i)], random) : random.nextLong();
      index.add(all[i], i);
    }
    assertEquals(all.length, index.size());
    var hits = 0;
    for (var asked = 0; asked < 300; asked++) {
      var wanted = flipped(all[random.nextInt(all.length)], random);
      var expected = new TreeSet<Long>();
      for (var i = 0; i < all.length; i++) {
        if (Long.bitCount(all[i] ^ wanted) <= Fingerprint.NEAR) {
          expected.add((long) i);
        }
      }
      var near = index.near(wanted);
      hits += near.size();
      assertEquals(
          expected, new TreeSet<>(near.stream().map(FingerprintIndex.Near::number).toList()));
      assertEquals(expected.size(), near.size(), "each is found once");
    }
    assertTrue(hits > 300);
  }

  private static long flipped(long bits, Random random) {
    var flipped = bits;
    for (var i = random.nextInt(10); i > 0; i--) {
      flipped ^= 1L << random.nextInt(64);
    }
    return flipped;
  }
}
