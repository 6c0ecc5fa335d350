package org.hearback.safeguarding;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hearback.answer.HoldKey;
import org.hearback.answer.KeyFolder;
import org.hearback.answer.KeyMissing;
import org.hearback.answer.Padding;
import org.hearback.answer.Seal;
import org.hearback.answer.SealKey;
import org.hearback.answer.Week;

/**
 * The keys of each week of sending, and those of each held answer: a hybrid pair that seals what
 * comes from words, and a PRF that makes the ids of responses. Both lie in one file, in the key
 * folder and nowhere else, and are destroyed together when the week's last envelope is gone; after
 * that nothing leads from a response to an envelope, in any copy of the database. Safe for any
 * thread.
 */
@Singleton
public final class WeekKeys {
  private static final int AHEAD = 2;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KeyFolder folder;
  private final Seal seal;
  private final InstantSource clock;
  private final ConcurrentHashMap<SealKey, Opened> opened = new ConcurrentHashMap<>();

  WeekKeys(KeyFolder folder, Seal seal, InstantSource clock) throws GeneralSecurityException {
    HybridConfig.register();
    PrfConfig.register();
    this.folder = folder;
    this.seal = seal;
    this.clock = clock;
  }

  private record Opened(HybridDecrypt decrypt, PrfSet prf) {}

  /** Makes the keys of this week and the next ones, where they are missing. */
  public void prepare() {
    for (int week = 0; week <= AHEAD; week++) {
      make(Week.of(clock.instant().plus(7L * week, ChronoUnit.DAYS)));
    }
  }

  /** Makes a held answer's own key, where it is missing. */
  void prepare(HoldKey key) {
    make(key);
  }

  /** Whether there are keys for what is sent in this week and the next. */
  boolean ready() {
    var now = clock.instant();
    return hasKeys(Week.of(now)) && hasKeys(Week.of(now.plus(7, ChronoUnit.DAYS)));
  }

  /**
   * The names of the keys here, whose answers can be opened.
   *
   * @throws IllegalStateException when there are none: the folder is gone, and an empty queue would
   *     be a lie
   */
  List<String> held() {
    return heldIfAny()
        .orElseThrow(() -> new IllegalStateException("the key folder holds no key of any week"));
  }

  /**
   * The same for who must go on without the folder: empty where it holds none, and nobody can tell
   * which answers could be opened.
   */
  Optional<List<String>> heldIfAny() {
    var names = folder.keys().stream().map(SealKey::name).toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  /**
   * Opens what was sealed and takes the padding off.
   *
   * @param about the same words that were said at sealing
   * @throws KeyMissing when the week's key was destroyed
   */
  public byte[] open(SealKey key, byte[] sealed, String about) {
    try {
      return Padding.strip(
          opened(key).decrypt().decrypt(sealed, about.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not sealed for " + key.name() + " as " + about, e);
    }
  }

  /**
   * The id of the response that an envelope becomes: a pseudo-random function under the week's key,
   * so that a batch that is done twice finds its own rows, and nobody can retrace it once the key
   * is gone.
   */
  public UUID responseId(SealKey key, UUID envelope) {
    try {
      var input = ByteBuffer.allocate(16);
      input.putLong(envelope.getMostSignificantBits()).putLong(envelope.getLeastSignificantBits());
      var output = ByteBuffer.wrap(opened(key).prf().computePrimary(input.array(), 16));
      long high = output.getLong() & ~0xf000L | 0x4000L; // the marks of a random UUID
      long low = output.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
      return new UUID(high, low);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no id for a response", e);
    }
  }

  /** Destroys what has one name and is over; sealing to it is refused from now on. */
  public void destroy(SealKey key) {
    folder.destroy(folder.publicKey(key));
    folder.destroy(folder.privateKey(key));
    opened.remove(key);
    seal.forget(key);
  }

  /** What another node has destroyed must not live on in the memory of this one. */
  void forgetDestroyed() {
    for (var key : opened.keySet()) {
      if (!Files.exists(folder.privateKey(key))) {
        opened.remove(key);
        seal.forget(key);
      }
    }
  }

  private boolean hasKeys(SealKey key) {
    return Files.exists(folder.privateKey(key)) && Files.exists(folder.publicKey(key));
  }

  private void make(SealKey key) {
    if (hasKeys(key)) {
      return;
    }
    try {
      if (!Files.exists(folder.privateKey(key))) {
        folder.create(folder.privateKey(key), fresh());
      }
      // Read back: another node may have been first.
      var hybrid = parse(key, "hybrid");
      folder.create(
          folder.publicKey(key),
          TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
              hybrid.getPublicKeysetHandle(), RegistryConfiguration.get()));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no key for " + key.name(), e);
    }
  }

  private static String fresh() throws GeneralSecurityException, IOException {
    var registry = RegistryConfiguration.get();
    var hybrid =
        KeysetHandle.generateNew(
            HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.TINK)
                .build(),
            registry);
    var prf =
        KeysetHandle.generateNew(
            HmacPrfParameters.builder()
                .setKeySizeBytes(32)
                .setHashType(HmacPrfParameters.HashType.SHA256)
                .build(),
            registry);
    var access = InsecureSecretKeyAccess.get();
    return JSON.writeValueAsString(
        Map.of(
            "hybrid", TinkJsonProtoKeysetFormat.serializeKeyset(hybrid, registry, access),
            "prf", TinkJsonProtoKeysetFormat.serializeKeyset(prf, registry, access)));
  }

  private KeysetHandle parse(SealKey key, String part)
      throws GeneralSecurityException, IOException {
    var json = JSON.readTree(Files.readString(folder.privateKey(key)));
    return TinkJsonProtoKeysetFormat.parseKeyset(
        json.get(part).textValue(), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
  }

  private Opened opened(SealKey key) {
    return opened.computeIfAbsent(
        key,
        _ -> {
          try {
            var registry = RegistryConfiguration.get();
            return new Opened(
                parse(key, "hybrid").getPrimitive(registry, HybridDecrypt.class),
                parse(key, "prf").getPrimitive(registry, PrfSet.class));
          } catch (NoSuchFileException e) {
            throw new KeyMissing(key);
          } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the key of " + key.name() + " cannot be read", e);
          }
        });
  }

  /**
   * Whether a key's time is over for good at this moment: no Send can still be on its way into that
   * week. To a held answer's own key nothing is ever sent.
   */
  boolean over(SealKey key, Instant now) {
    return switch (key) {
      case Week week -> Week.of(now.minus(1, ChronoUnit.DAYS)).name().compareTo(week.name()) > 0;
      case HoldKey _ -> true;
    };
  }
}
