package org.hearback.form;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The style sheets, the script and the icon. Each has an address with the hash of its content, so
 * that a browser may keep it for ever; a new release has new addresses. Held in memory, packed
 * once; immutable, safe for any thread.
 */
@Singleton
public final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "form.css", "text/css; charset=utf-8",
          "office.css", "text/css; charset=utf-8",
          "form.js", "text/javascript; charset=utf-8",
          "tablet.js", "text/javascript; charset=utf-8",
          "desk.js", "text/javascript; charset=utf-8",
          "coding.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");
  private static final int HASH_LENGTH = 12;

  private final Map<String, Asset> byFile = new HashMap<>();
  private final Map<String, String> addresses = new HashMap<>();

  /** One file as it goes over the wire. */
  record Asset(String type, byte[] plain, byte[] gzip) {}

  Assets() {
    TYPES.forEach((name, type) -> {
      var plain = Resources.bytes("assets/" + name);
      var file = hashed(name, plain);
      byFile.put(file, new Asset(type, plain, gzip(plain)));
      addresses.put("/assets/" + name, "/assets/" + file);
    });
  }

  /**
   * The address that browsers ask for, from the name that templates use: {@code /assets/form.css}.
   */
  public String address(String named) {
    return addresses.getOrDefault(named, named);
  }

  Optional<Asset> find(String file) {
    return Optional.ofNullable(byFile.get(file));
  }

  private static String hashed(String name, byte[] content) {
    int dot = name.lastIndexOf('.');
    var hash = Resources.sha256(content).substring(0, HASH_LENGTH);
    return name.substring(0, dot) + "-" + hash + name.substring(dot);
  }

  private static byte[] gzip(byte[] plain) {
    var packed = new ByteArrayOutputStream();
    try (var out = new BestGzip(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Packed once at start, so it may take its time. */
  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
