package org.hearback.answer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.hearback.invitation.TokenHash;

/**
 * What is inside an envelope.
 *
 * @param link hash of the invitation's secret: the only way back, and it dies with the week's key
 * @param answers as JSON, raw
 */
public record EnvelopeBody(
    TokenHash link, String form, int formVersion, String language, byte[] answers) {

  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream(128 + answers.length);
    try (var out = new DataOutputStream(bytes)) {
      out.write(link.bytes());
      out.writeUTF(form);
      out.writeInt(formVersion);
      out.writeUTF(language);
      out.writeInt(answers.length);
      out.write(answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static EnvelopeBody read(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var link = TokenHash.of(in.readNBytes(32));
      var form = in.readUTF();
      int version = in.readInt();
      var language = in.readUTF();
      return new EnvelopeBody(link, form, version, language, in.readNBytes(in.readInt()));
    } catch (IOException e) {
      throw new UncheckedIOException("an envelope's body cannot be read", e);
    }
  }

  @Override
  public String toString() {
    return "EnvelopeBody[hidden]";
  }
}
