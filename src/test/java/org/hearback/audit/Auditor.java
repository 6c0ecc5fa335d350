package org.hearback.audit;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.hearback.TestHouse;

/** Whoever holds the private half, which no house opens: reads what a row of the audit says. */
public final class Auditor {
  private Auditor() {}

  /** What the last row of this act in a house's record says. */
  public static String last(TestHouse house, String act) throws Exception {
    var sealed =
        house
            .database()
            .column(
                "SELECT HEX(b.sealed) FROM office.audit_body b JOIN office.audit a ON a.no = b.no"
                    + " WHERE a.act = '"
                    + act
                    + "' ORDER BY a.no DESC")
            .getFirst();
    var keys = house.context().getRequiredProperty("hearback.keys.folder", String.class);
    return read(Path.of(keys), HexFormat.of().parseHex(sealed));
  }

  public static String read(Path folder, byte[] sealed) throws Exception {
    var opened =
        AuditorKeys.privateIn(folder.resolve(AuditorKeys.PRIVATE_FILE))
            .getPrimitive(HybridConfig2026.get(), HybridDecrypt.class)
            .decrypt(sealed, Seal.CONTEXT);
    return new String(opened, StandardCharsets.UTF_8);
  }
}
