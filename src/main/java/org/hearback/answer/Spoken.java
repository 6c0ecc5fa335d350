package org.hearback.answer;

import java.util.Optional;
import org.hearback.form.Words;
import org.hearback.invitation.Link;

/** In which language a page answers. */
record Spoken(Words words) {

  /** What they chose on the page; else their contact record's; else what the phone prefers. */
  String language(Link link, Optional<String> chosen, String preferred) {
    if (chosen.isPresent() && words.has(chosen.get())) {
      return chosen.get();
    }
    var recorded =
        switch (link) {
          case Link.Waiting(_, _, var language) -> language;
          case Link.Open(_, _, var language, _) -> language;
          case Link.Spent(var language) -> language;
          case Link.Lapsed(var language) -> language;
          case Link.Stopped(var language) -> language;
          case Link.Unknown _ -> "";
        };
    return words.has(recorded) ? recorded : words.chosen(preferred);
  }
}
