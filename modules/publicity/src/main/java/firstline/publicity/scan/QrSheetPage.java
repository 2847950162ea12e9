package firstline.publicity.scan;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.setting.Settings;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The codes of a batch, one for each area, to be printed and cut. */
@Named
@RequestScoped
public class QrSheetPage {
  @Inject private ScanCodes codes;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<ScanCodes.Code> rows;

  public UUID getBatch() {
    return screen.id();
  }

  public List<ScanCodes.Code> getRows() {
    if (rows == null) {
      rows = codes.of(screen.id());
    }
    return rows;
  }

  public boolean isMaking() {
    return desk.may(PublicityRights.PRINT);
  }

  public void make() {
    screen.run(
        () -> codes.make(screen.id()),
        "publicity.done",
        "/console/publicity/qr-sheet?id=" + screen.id());
  }

  /** Side of the square in modules, with the quiet zone. */
  public int side(String code) {
    return matrix(code).getWidth();
  }

  /** The dark modules as an SVG path, one unit each. */
  public String path(String code) {
    var matrix = matrix(code);
    var path = new StringBuilder();
    for (var y = 0; y < matrix.getHeight(); y++) {
      for (var x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }

  private static BitMatrix matrix(String code) {
    try {
      return new QRCodeWriter()
          .encode(Settings.current().url() + "/q/" + code, BarcodeFormat.QR_CODE, 0, 0);
    } catch (WriterException e) {
      throw new IllegalStateException("a short address fits a QR code", e);
    }
  }
}
