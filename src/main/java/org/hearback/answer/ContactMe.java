package org.hearback.answer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What somebody says who asks to be contacted. It names a person, so it stands nowhere but sealed,
 * and in the one mail that it becomes. Immutable; what was left out is empty.
 *
 * @param phone in E.164; there is this or {@code email}
 * @param when and how it is safe to contact them
 * @param who one of {@link #WHO}
 * @param language of the page
 */
public record ContactMe(
    String name,
    String phone,
    String email,
    String when,
    String who,
    String about,
    String language) {

  /** Who they may say they are. */
  static final List<String> WHO = List.of("young", "family", "carer", "staff", "partner");

  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      for (var part : List.of(name, phone, email, when, who, about, language)) {
        out.writeUTF(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what was sealed. */
  public static ContactMe read(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new ContactMe(
          in.readUTF(),
          in.readUTF(),
          in.readUTF(),
          in.readUTF(),
          in.readUTF(),
          in.readUTF(),
          in.readUTF());
    } catch (IOException e) {
      throw new UncheckedIOException("a request to be contacted cannot be read", e);
    }
  }

  /** What is said at sealing, and again at opening. */
  public static String sealedAs(java.util.UUID id) {
    return "contact " + id;
  }

  @Override
  public String toString() {
    return "ContactMe[hidden]";
  }
}
