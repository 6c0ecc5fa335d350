package org.hearback.journey;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.hearback.access.ApiCaller;
import org.hearback.access.ApiRefused;

/**
 * What makes a request the same one: the sender's Idempotency-Key under its API key, and what it
 * asks. Both as keyed hashes, as a body could be guessed from a plain one.
 */
record RequestKey(byte[] hash, byte[] bodyHash) {
  private static final Pattern TYPED = Pattern.compile("[\\x20-\\x7e]{1,128}");

  /**
   * @throws ApiRefused when what was typed is no key
   */
  static RequestKey of(VaultKey vault, ApiCaller caller, String typed, String path, byte[] body) {
    if (!TYPED.matcher(typed).matches()) {
      throw new ApiRefused(
          400,
          "idempotency-key",
          "The Idempotency-Key is none",
          "It is 1 to 128 characters of ASCII, such as a UUID.",
          java.util.List.of());
    }
    return new RequestKey(
        vault.mac("idempotency\n" + caller.id() + "\n" + typed),
        vault.mac("request\n" + path + "\n" + new String(body, StandardCharsets.ISO_8859_1)));
  }

  /** As a key of a map. */
  String name() {
    return HexFormat.of().formatHex(hash);
  }

  @Override
  public String toString() {
    return "RequestKey[hidden]";
  }
}
