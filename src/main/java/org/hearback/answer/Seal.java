package org.hearback.answer;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Seals to the public half of a week's key: what the respondents' pages hold. Nothing sealed here
 * can be opened here. Safe for any thread; a week's key is read once.
 */
@Singleton
public final class Seal {
  private final KeyFolder folder;
  private final ConcurrentHashMap<SealKey, HybridEncrypt> byKey = new ConcurrentHashMap<>();

  Seal(KeyFolder folder) throws GeneralSecurityException {
    HybridConfig.register();
    this.folder = folder;
  }

  /**
   * Pads and seals.
   *
   * @param about what it is and whose, for example {@code envelope 0b5c...}; it must be said again
   *     to open it
   * @throws KeyMissing when the week has no key (yet, or any more); nothing may be acknowledged
   *     then
   */
  public byte[] seal(SealKey key, byte[] content, String about) {
    try {
      var encrypt = byKey.computeIfAbsent(key, this::read);
      return encrypt.encrypt(Padding.pad(content), about.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  /** Forgets the weeks whose keys were destroyed. */
  public void forget(SealKey key) {
    byKey.remove(key);
  }

  private HybridEncrypt read(SealKey key) {
    try {
      var json = Files.readString(folder.publicKey(key));
      KeysetHandle handle =
          TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(json, RegistryConfiguration.get());
      return handle.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
    } catch (NoSuchFileException e) {
      throw new KeyMissing(key);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the key of " + key.name() + " cannot be read", e);
    }
  }
}
