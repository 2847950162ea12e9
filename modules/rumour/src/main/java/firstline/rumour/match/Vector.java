package firstline.rumour.match;

/**
 * A vector as it is kept: one byte a dimension and what a byte is worth, and its signs.
 *
 * @param scaled scale as four bytes (IEEE 754, big endian), then one signed byte a dimension
 * @param signs one bit a dimension, set for positive
 */
record Vector(byte[] scaled, long[] signs) {
  private static final int SCALE = 4;
  private static final int MOST = 127;

  static Vector of(float[] exact) {
    var most = 1e-9f;
    for (var one : exact) {
      most = Math.max(most, Math.abs(one));
    }
    var scale = most / MOST;
    var scaled = new byte[SCALE + exact.length];
    java.nio.ByteBuffer.wrap(scaled).putFloat(scale);
    for (var i = 0; i < exact.length; i++) {
      scaled[SCALE + i] = (byte) Math.round(exact[i] / scale);
    }
    return new Vector(scaled, signs(exact));
  }

  static long[] signs(float[] exact) {
    var signs = new long[exact.length / Long.SIZE];
    for (var i = 0; i < exact.length; i++) {
      if (exact[i] > 0) {
        signs[i / Long.SIZE] |= 1L << i % Long.SIZE;
      }
    }
    return signs;
  }

  /** Cosine with a vector of length 1, from the bytes of {@link #scaled}. */
  static double cosine(byte[] scaled, float[] exact) {
    var sum = 0f;
    for (var i = 0; i < exact.length; i++) {
      sum += exact[i] * scaled[SCALE + i];
    }
    return sum * java.nio.ByteBuffer.wrap(scaled).getFloat();
  }
}
