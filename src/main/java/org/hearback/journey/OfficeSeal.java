package org.hearback.journey;

import jakarta.inject.Singleton;

/**
 * Closes what a member of staff keeps for themselves, with the key of the vault: whoever runs the
 * database does not read it there. It opens nothing else that this key has closed, as its owners
 * have a word before their name that no other caller uses. Safe for any thread.
 */
@Singleton
public final class OfficeSeal {
  private static final String OWNED = "office ";

  private final VaultKey key;

  OfficeSeal(VaultKey key) {
    this.key = key;
  }

  /** Closes text; it opens again only under the same name of its owner. */
  public byte[] close(String text, String owner) {
    return key.seal(text, OWNED + owner);
  }

  /**
   * @throws IllegalStateException when it was closed for another owner, by another key, or has been
   *     changed
   */
  public String open(byte[] sealed, String owner) {
    return key.open(sealed, OWNED + owner);
  }
}
