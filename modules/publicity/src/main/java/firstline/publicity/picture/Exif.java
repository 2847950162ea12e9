package firstline.publicity.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing in a photograph's EXIF (CIPA DC-008) without which it is seen wrongly. */
public final class Exif {
  /** As it lies in the file. */
  public static final int UPRIGHT = 1;

  private static final int ORIENTATION = 0x0112;

  private Exif() {}

  /**
   * The orientation, 1 to 8; {@link #UPRIGHT} if nothing readable says otherwise.
   *
   * @param tiff the block, from its byte order on
   */
  public static int orientation(byte[] tiff) {
    if (tiff.length < 8) {
      return UPRIGHT;
    }
    var block =
        ByteBuffer.wrap(tiff)
            .order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    var at = block.getInt(4);
    if (block.getShort(2) != 42 || at < 8 || at > tiff.length - 2) {
      return UPRIGHT;
    }
    var entries = Short.toUnsignedInt(block.getShort(at));
    for (var i = 0; i < entries && at + 2 + 12 * (i + 1) <= tiff.length; i++) {
      var entry = at + 2 + 12 * i;
      if (Short.toUnsignedInt(block.getShort(entry)) == ORIENTATION) {
        var value = block.getShort(entry + 8);
        return value >= 1 && value <= 8 ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** A block that says the orientation and nothing else. */
  public static byte[] saying(int orientation) {
    return ByteBuffer.allocate(26)
        .put(new byte[] {'M', 'M', 0, 42})
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) ORIENTATION)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }
}
