package org.hearback.answer;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearback.TestHouse;
import org.hearback.anonymity.Screen;
import org.hearback.form.AnswersJson;
import org.hearback.form.FormReader;
import org.hearback.form.Forms;
import org.hearback.form.Reading;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.Links;

/**
 * Where the time of a send goes: each part alone, one thread, warm, in microseconds. For the bench.
 */
public final class SendParts {
  private static final int WARM = 1_500;
  private static final int TIMES = 1_500;

  private SendParts() {}

  private interface Part {
    void run(int at) throws Exception;
  }

  /** Needs two times 3,000 unused links for the two parts that touch the database. */
  public static Map<String, Double> of(TestHouse house, List<LinkToken> tokens) throws Exception {
    var form = house.get(Forms.class).find("assessment-parent", 1).orElseThrow();
    var keys = house.get(PageKeys.class);
    var random = house.get(SecureRandom.class);
    var seal = house.get(Seal.class);
    var links = house.get(Links.class);
    var send = house.get(Send.class);
    var hash = tokens.getFirst().hash();
    var body =
        "why=agree&listened=disagree&since=same&change=The+report+came+late%2C+and+nobody+rang+back"
            + "+for+two+weeks.&nonce=x";
    var fields = Posted.read(body).fields();
    var answers = ((Reading.Accepted) FormReader.read(form, fields)).answers();
    var json = AnswersJson.write(answers);
    var week = Week.of(house.clock().instant());
    var nonce = PageNonce.issue(random, keys, hash, form.name(), 1);
    var text = new String(nonce, java.nio.charset.StandardCharsets.US_ASCII);
    var read = PageNonce.read(text, keys, hash, form.name(), 1).orElseThrow();
    var parts = new LinkedHashMap<String, Double>();
    parts.put("look the link up", time(at -> links.open(tokens.get(at))));
    parts.put("decode the fields", time(_ -> Posted.read(body)));
    parts.put("check them against the form", time(_ -> FormReader.read(form, fields)));
    parts.put("verify the nonce", time(_ -> PageNonce.read(text, keys, hash, form.name(), 1)));
    parts.put("screen the words", time(_ -> Screen.level(form, answers, "en")));
    parts.put(
        "hash answers and code",
        time(_ -> {
          read.hashOf(json);
          keys.hashOfCode(read.withdrawalCode());
        }));
    parts.put("seal and pad", time(_ -> seal.seal(week, json, "envelope " + UUID.randomUUID())));
    parts.put(
        "all of it with the transaction",
        time(at -> {
          var token = tokens.get(at);
          var own = PageNonce.issue(random, keys, token.hash(), form.name(), 1);
          var mine =
              PageNonce.read(
                      new String(own, java.nio.charset.StandardCharsets.US_ASCII),
                      keys,
                      token.hash(),
                      form.name(),
                      1)
                  .orElseThrow();
          if (send.keep(token.hash(), false, mine, form, "en", answers) != Kept.YES) {
            throw new IllegalStateException("a send was refused");
          }
        }));
    return parts;
  }

  private static double time(Part part) throws Exception {
    for (int at = 0; at < WARM; at++) {
      part.run(at);
    }
    long from = System.nanoTime();
    for (int at = 0; at < TIMES; at++) {
      part.run(WARM + at);
    }
    return (System.nanoTime() - from) / 1_000.0 / TIMES;
  }
}
