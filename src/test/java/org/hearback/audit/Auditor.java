package org.hearback.audit;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whoever holds the private half, which no house opens: reads what a row of the audit says. */
public final class Auditor {
  private Auditor() {}

  public static String read(Path folder, byte[] sealed) throws Exception {
    var json = Files.readString(folder.resolve(AuditorKeys.PRIVATE_FILE));
    var keys =
        TinkJsonProtoKeysetFormat.parseKeyset(
            json, HybridConfig2026.get(), InsecureSecretKeyAccess.get());
    var opened =
        keys.getPrimitive(HybridConfig2026.get(), HybridDecrypt.class)
            .decrypt(sealed, Seal.CONTEXT);
    return new String(opened, StandardCharsets.UTF_8);
  }
}
