package org.hearback.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearback.form.Form;
import org.hearback.form.Recordings;
import org.hearback.form.Words;

/** What can be heard or seen of each question, with its size, for the form's template. */
final class MediaView {
  private static final double BYTES_PER_MEGABYTE = 1_000_000;

  private MediaView() {}

  /** By the id of the question's part of the page; a question without has nothing there. */
  static Map<String, List<Map<String, Object>>> of(
      Form form, String language, Words words, Recordings recordings) {
    var all = new HashMap<String, List<Map<String, Object>>>();
    for (var question : form.questions()) {
      var key = form.wordsOf(question.key());
      var views = new ArrayList<Map<String, Object>>();
      recordings
          .voice(key, language)
          .ifPresent(it -> views.add(view("media.voice", false, it, language, words)));
      if (Words.written(language).equals("en")) {
        recordings
            .signed(key)
            .ifPresent(it -> views.add(view("media.signed", true, it, language, words)));
      }
      if (!views.isEmpty()) {
        all.put("q-" + question.key(), views);
      }
    }
    return all;
  }

  private static Map<String, Object> view(
      String sentence,
      boolean signed,
      Recordings.Recording recording,
      String language,
      Words words) {
    // Rounded up: a person may pay for each of them.
    var megabytes = Math.ceil(recording.bytes() / BYTES_PER_MEGABYTE * 10) / 10;
    return Map.of(
        "signed", signed,
        "address", recording.address(),
        "text", words.text(language, sentence, Map.of("size", megabytes)));
  }
}
