package org.hearback.audit;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import com.google.crypto.tink.hybrid.PredefinedHybridParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The auditor's two keys, each a Tink keyset in a file that only its owner can read. The service
 * needs the public half alone; in production the private half is made elsewhere, or moved away at
 * once, and never lies on a node.
 */
public final class AuditorKeys {
  public static final String PUBLIC_FILE = "auditor.public.json";
  public static final String PRIVATE_FILE = "auditor.private.json";

  private AuditorKeys() {}

  /** Makes both halves in a folder, if there is no public half yet. */
  public static void makeIn(Path folder) {
    makeIn(folder, folder);
  }

  /** Makes both halves, each in a folder of its own, if there is no public half yet. */
  public static void makeIn(Path folder, Path privateFolder) {
    var publicFile = folder.resolve(PUBLIC_FILE);
    if (Files.exists(publicFile)) {
      return;
    }
    try {
      createForOwner(folder);
      createForOwner(privateFolder);
      var keys =
          KeysetHandle.generateNew(
              PredefinedHybridParameters.HPKE_X25519_HKDF_SHA256_AES_128_GCM,
              HybridConfig2026.get());
      // The private half first: a public half alone would seal what nobody can open.
      write(
          privateFolder.resolve(PRIVATE_FILE),
          TinkJsonProtoKeysetFormat.serializeKeyset(
              keys, HybridConfig2026.get(), InsecureSecretKeyAccess.get()));
      write(
          publicFile,
          TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
              keys.getPublicKeysetHandle(), HybridConfig2026.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the auditor's keys could not be made", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The public half, which seals. */
  static KeysetHandle publicIn(Path folder) {
    try {
      var json = Files.readString(folder.resolve(PUBLIC_FILE));
      return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(json, HybridConfig2026.get());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(
          "no auditor's key: put " + PUBLIC_FILE + " into hearback.keys.folder", e);
    }
  }

  /**
   * The private half, which opens; only the auditor's own command asks for it.
   *
   * @throws IllegalArgumentException when the file is none
   */
  static KeysetHandle privateIn(Path file) {
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), HybridConfig2026.get(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("no private half of the auditor's key in " + file, e);
    }
  }

  private static void createForOwner(Path folder) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static void write(Path file, String json) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var part =
        Files.createTempFile(file.toAbsolutePath().getParent(), "auditor", ".part", ownerOnly);
    Files.writeString(part, json);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
