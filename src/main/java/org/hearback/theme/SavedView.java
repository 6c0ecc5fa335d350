package org.hearback.theme;

import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearback.access.Staff;
import org.hearback.invitation.StaffPost;
import org.hearback.journey.Channel;

/** What the pages of saved searches show. */
@Singleton
final class SavedView {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final Wording wording;
  private final StaffPost post;

  SavedView(Wording wording, StaffPost post) {
    this.wording = wording;
    this.post = post;
  }

  boolean canBeMailed(Staff staff) {
    return noMail(staff).isEmpty();
  }

  Map<String, Object> list(List<SavedSearches.Counted> counted, Staff staff) {
    return Map.of(
        "searches", counted.stream().map(one -> shown(one, staff)).toList(),
        "months", SavedForgetting.KEPT_MONTHS,
        "most", Saved.MOST);
  }

  /** One that is not saved yet. */
  Map<String, Object> fresh(
      SearchRequest asked, String name, boolean mailed, String wrong, Staff staff) {
    var model = form(asked, name, mailed, wrong, staff);
    model.put("heading", "Save this search");
    model.put("path", SavedPage.PATH + "/new");
    model.put("back", SearchPage.address(asked));
    model.put("fields", asked.at(1).fields());
    model.put("delete", "");
    return model;
  }

  Map<String, Object> edit(Saved saved, String name, boolean mailed, String wrong, Staff staff) {
    var model = form(saved.asked(), name, mailed, wrong, staff);
    model.put("heading", "Change saved search " + saved.no());
    model.put("path", path(saved) + "/change");
    model.put("back", SavedPage.PATH);
    model.put("fields", Map.of());
    model.put("delete", path(saved) + "/delete");
    return model;
  }

  static String wrong(Saved.Outcome outcome) {
    return switch (outcome) {
      case Saved.Outcome.Done _ -> "";
      case Saved.Outcome.NoName _ -> "Give it a name";
      case Saved.Outcome.TooLong(var most) -> "Make the name " + most + " characters or fewer";
      case Saved.Outcome.NameTaken _ -> "You have a saved search of this name; give another name";
      case Saved.Outcome.Full(var most) ->
          "You have " + most + " saved searches, and cannot have more. Delete one first";
      case Saved.Outcome.Gone _ -> "It is not there any more";
    };
  }

  private Map<String, Object> form(
      SearchRequest asked, String name, boolean mailed, String wrong, Staff staff) {
    var model = new HashMap<String, Object>(asks(asked));
    model.put("name", name);
    model.put("mailed", mailed);
    model.put("noMail", noMail(staff));
    model.put("wrong", wrong);
    model.put("longest", Saved.NAME_LONGEST);
    return model;
  }

  private Map<String, Object> shown(SavedSearches.Counted counted, Staff staff) {
    var saved = counted.saved();
    var model = new LinkedHashMap<String, Object>(asks(saved.asked()));
    model.put("no", saved.no());
    model.put("name", saved.name());
    model.put("path", path(saved));
    model.put("found", comments(counted.found()));
    model.put("news", news(counted.found() - saved.seen(), DAY.format(saved.openedOn())));
    model.put("mailed", saved.mailed() && canBeMailed(staff));
    return model;
  }

  private Map<String, Object> asks(SearchRequest asked) {
    return Map.of(
        "words", asked.words(),
        "choices", wording.choices(asked.filter()),
        "newest", asked.order() == Order.NEWEST);
  }

  private static String comments(int found) {
    return switch (found) {
      case 0 -> "No comment";
      case 1 -> "1 comment";
      default -> "%,d comments".formatted(found);
    };
  }

  /** Comments also go: taken out as they pointed to somebody, or when their time is over. */
  private static String news(int more, String day) {
    if (more == 0) {
      return "as many as when you opened it on " + day;
    }
    return more > 0
        ? "%,d more since you opened it on %s".formatted(more, day)
        : "%,d fewer than when you opened it on %s".formatted(-more, day);
  }

  /** Why nobody can write to them; empty where it can be done. */
  private String noMail(Staff staff) {
    if (!post.carried().contains(Channel.EMAIL)) {
      return "This service sends no e-mails.";
    }
    return staff.email().isBlank()
        ? "There can be no e-mail when it finds more: your entry in the list of staff has no"
            + " address."
        : "";
  }

  private static String path(Saved saved) {
    return SavedPage.PATH + "/" + saved.id();
  }
}
