package org.hearback.journey;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;

/**
 * The keys of the vault, from two files of the key folder: {@code vault.json} seals contact details
 * and quarantined lines (AES-256-GCM), {@code stops.json} makes the keyed hashes by which the stop
 * list is kept. Read when first used, then kept for the life of the service; safe for any thread. A
 * missing file is made only where that is allowed.
 */
public final class VaultKey {
  public static final String VAULT_FILE = "vault.json";
  public static final String STOPS_FILE = "stops.json";

  private static final int MAC_BYTES = 32;

  private final Supplier<Aead> aead;
  private final Supplier<PrfSet> prf;

  /** Makes what is missing of the two in a folder. */
  public static void makeIn(Path folder) {
    new VaultKey(folder, true).check();
  }

  VaultKey(Path folder, boolean create) {
    this.aead =
        once(() -> {
          AeadConfig.register();
          return keyset(folder.resolve(VAULT_FILE), PredefinedAeadParameters.AES256_GCM, create)
              .getPrimitive(RegistryConfiguration.get(), Aead.class);
        });
    this.prf =
        once(() -> {
          PrfConfig.register();
          return keyset(folder.resolve(STOPS_FILE), PredefinedPrfParameters.HMAC_SHA256_PRF, create)
              .getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        });
  }

  /**
   * Looks whether both keys are there, so that a start without them is refused and not the first
   * message.
   *
   * @throws IllegalStateException when a key is missing or cannot be read
   */
  public void check() {
    aead.get();
    prf.get();
  }

  /** Seals text; it opens again only under the same name of its owner. */
  byte[] seal(String text, String owner) {
    try {
      return aead.get().encrypt(bytes(text), bytes(owner));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the vault's key does not seal", e);
    }
  }

  /**
   * @throws IllegalStateException when it was sealed for another owner, by another key, or has been
   *     changed
   */
  String open(byte[] sealed, String owner) {
    try {
      return new String(aead.get().decrypt(sealed, bytes(owner)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("something in the vault does not open with its key", e);
    }
  }

  /** A keyed hash that cannot be read back without the key; 32 bytes. */
  public byte[] mac(String text) {
    try {
      return prf.get().computePrimary(bytes(text), MAC_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of the stop list does not work", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static KeysetHandle keyset(Path file, Parameters parameters, boolean create)
      throws GeneralSecurityException {
    try {
      if (create && !Files.exists(file)) {
        make(file, parameters);
      }
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    } catch (NoSuchFileException e) {
      throw new IllegalStateException(
          "no key " + file + ": put the keyset there, or set hearback.keys.folder", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Written aside and moved, so that nobody reads half a key; whoever is first wins. */
  private static void make(Path file, Parameters parameters)
      throws IOException, GeneralSecurityException {
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(file.toAbsolutePath().getParent(), owner);
    var json =
        TinkJsonProtoKeysetFormat.serializeKeyset(
            KeysetHandle.generateNew(parameters, RegistryConfiguration.get()),
            RegistryConfiguration.get(),
            InsecureSecretKeyAccess.get());
    var aside = Files.createTempFile(file.toAbsolutePath().getParent(), "new", ".json");
    Files.writeString(aside, json);
    try {
      Files.createLink(file, aside);
    } catch (FileAlreadyExistsException e) {
      // another node was faster; its key is the key
    } finally {
      Files.delete(aside);
    }
  }

  private interface Loader<T> {
    T load() throws GeneralSecurityException;
  }

  private static <T> Supplier<T> once(Loader<T> loader) {
    return new Supplier<>() {
      private volatile java.util.Optional<T> value = java.util.Optional.empty();

      @Override
      public T get() {
        return value.orElseGet(this::load);
      }

      private synchronized T load() {
        if (value.isEmpty()) {
          try {
            value = java.util.Optional.of(loader.load());
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of the vault cannot be read", e);
          }
        }
        return value.orElseThrow();
      }
    };
  }
}
