package org.hearback.invitation;

import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256 of a link's secret: all that is kept of it. Immutable. */
public final class TokenHash {
  private final byte[] bytes;

  private TokenHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes 32 bytes, as stored. */
  public static TokenHash of(byte[] bytes) {
    if (bytes.length != 32) {
      throw new IllegalArgumentException("a token's hash has 32 bytes");
    }
    return new TokenHash(bytes.clone());
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenHash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "TokenHash[hidden]";
  }
}
