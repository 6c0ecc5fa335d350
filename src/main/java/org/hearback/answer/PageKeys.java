package org.hearback.answer;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The two keys of the respondents' pages: one signs page nonces, one hashes withdrawal codes.
 * Neither opens anything. Made on the first start, kept in the key folder. Safe for any thread.
 */
@Singleton
final class PageKeys {
  private static final int HASH_BYTES = 32;

  private final Mac nonces;
  private final PrfSet codes;

  PageKeys(KeyFolder folder) throws GeneralSecurityException {
    MacConfig.register();
    PrfConfig.register();
    this.nonces =
        keyset(folder, folder.page("nonce"), PredefinedMacParameters.HMAC_SHA256_128BITTAG)
            .getPrimitive(RegistryConfiguration.get(), Mac.class);
    this.codes =
        keyset(
                folder,
                folder.page("withdrawal"),
                HmacPrfParameters.builder()
                    .setKeySizeBytes(HASH_BYTES)
                    .setHashType(HmacPrfParameters.HashType.SHA256)
                    .build())
            .getPrimitive(RegistryConfiguration.get(), PrfSet.class);
  }

  byte[] sign(byte[] message) {
    try {
      return nonces.computeMac(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing failed", e);
    }
  }

  boolean signed(byte[] signature, byte[] message) {
    try {
      nonces.verifyMac(signature, message);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /**
   * The keyed hash under which a withdrawal code is looked up: 45 bits alone could be tried out.
   */
  byte[] hashOfCode(String code) {
    try {
      return codes.computePrimary(code.getBytes(StandardCharsets.US_ASCII), HASH_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("hashing failed", e);
    }
  }

  private static KeysetHandle keyset(KeyFolder folder, Path file, Parameters parameters)
      throws GeneralSecurityException {
    if (!Files.exists(file)) {
      var fresh = KeysetHandle.generateNew(parameters, RegistryConfiguration.get());
      folder.create(
          file,
          TinkJsonProtoKeysetFormat.serializeKeyset(
              fresh, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    } catch (IOException e) {
      throw new IllegalStateException("a key of the pages cannot be read", e);
    }
  }
}
