package org.hearback.invitation;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A link as a square that a phone's camera reads, with the quiet margin that it needs. Immutable,
 * safe for any thread. It holds the link's secret, as the link does.
 */
public final class QrCode {
  private static final int MARGIN = 4;
  private static final int WHITE = 0xffffff;

  private final BitMatrix modules;

  private QrCode(BitMatrix modules) {
    this.modules = modules;
  }

  /**
   * The code of a link.
   *
   * @throws IllegalArgumentException if the link is empty or too long for any code
   */
  public static QrCode of(String link) {
    // M mends fifteen parts in a hundred: a fold or a stain, without smaller modules than needed.
    var hints =
        Map.of(
            EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, MARGIN);
    try {
      return new QrCode(new QRCodeWriter().encode(link, BarcodeFormat.QR_CODE, 0, 0, hints));
    } catch (WriterException e) {
      throw new IllegalArgumentException("no link for a QR code", e);
    }
  }

  /** Modules on each side, with the margin. */
  public int size() {
    return modules.getWidth();
  }

  /**
   * The dark modules as the {@code d} of an SVG path in a view box of {@code size} by {@code size}:
   * one bar for each run in a row.
   */
  public String path() {
    var path = new StringBuilder();
    for (int y = 0; y < size(); y++) {
      int x = 0;
      while (x < size()) {
        int from = x;
        while (x < size() && modules.get(x, y)) {
          x++;
        }
        if (x > from) {
          path.append('M').append(from).append(' ').append(y).append('h').append(x - from);
          path.append("v1h-").append(x - from).append('z');
        }
        x++;
      }
    }
    return path.toString();
  }

  /** Black and white, so many pixels a module, without loss. */
  byte[] png(int pixels) {
    int side = size() * pixels;
    var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        image.setRGB(x, y, modules.get(x / pixels, y / pixels) ? 0 : WHITE);
      }
    }
    var png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
