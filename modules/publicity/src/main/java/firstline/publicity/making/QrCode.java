package firstline.publicity.making;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** An address as a QR code (ISO/IEC 18004) of level M with its quiet zone. */
final class QrCode {
  private QrCode() {}

  /** Its modules by row, true for the dark ones. */
  static boolean[][] of(String address) {
    try {
      var matrix =
          new QRCodeWriter()
              .encode(
                  address,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
      var code = new boolean[matrix.getHeight()][matrix.getWidth()];
      for (var row = 0; row < code.length; row++) {
        for (var column = 0; column < code.length; column++) {
          code[row][column] = matrix.get(column, row);
        }
      }
      return code;
    } catch (WriterException e) {
      throw new IllegalArgumentException(address, e);
    }
  }
}
