package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
  private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://v.example.gov.uk/k7m2q9xd4t8w3hn5",
        "https://a-rather-long-name-of-a-service.some-county-council.gov.uk/0123456789abcdef",
        "http://127.0.0.1:8080/zzzzzzzzzzzzzzzz"
      })
  void a_camera_reads_exactly_the_link(String link) throws Exception {
    var code = QrCode.of(link);
    assertThat(read(drawn(code))).isEqualTo(link);
    assertThat(read(ImageIO.read(new ByteArrayInputStream(code.png(3))))).isEqualTo(link);
  }

  @Test
  void what_is_no_link_is_refused() {
    assertThatThrownBy(() -> QrCode.of("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> QrCode.of("x".repeat(5_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The path as a browser fills it, ten pixels a module. */
  private static BufferedImage drawn(QrCode code) {
    int side = code.size() * 10;
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, side, side);
    pen.setColor(Color.BLACK);
    var bars = BAR.matcher(code.path()).results().toList();
    assertThat(bars.stream().map(bar -> bar.group()).reduce("", String::concat))
        .isEqualTo(code.path());
    bars.forEach(bar -> {
      assertThat(bar.group(3)).isEqualTo(bar.group(4));
      pen.fillRect(
          Integer.parseInt(bar.group(1)) * 10,
          Integer.parseInt(bar.group(2)) * 10,
          Integer.parseInt(bar.group(3)) * 10,
          10);
    });
    return image;
  }

  static String read(BufferedImage image) throws Exception {
    var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
    return new QRCodeReader().decode(bitmap).getText();
  }
}
