package org.hearback.invitation;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.hearback.form.Form;
import org.hearback.form.Words;
import org.hearback.journey.AreaNames;
import org.hearback.journey.Audience;
import org.hearback.journey.ServiceAreas;

/** The models of the pages about posters and tablets. */
@Singleton
final class OpenLinkView {
  private final Words words;
  private final ServiceAreas areas;
  private final AreaNames names;
  private final MessageText addresses;

  OpenLinkView(Words words, ServiceAreas areas, AreaNames names, MessageText addresses) {
    this.words = words;
    this.areas = areas;
    this.names = names;
    this.addresses = addresses;
  }

  Map<String, Object> list(List<OpenLink> links, Predicate<String> mine) {
    var choices = new ArrayList<Map<String, Object>>();
    collect(choices, areas.council(), mine);
    var languages =
        words.languages().stream()
            .map(tag -> Map.of("tag", tag, "name", words.text(tag, "language.name")))
            .toList();
    return Map.of(
        "links", links.stream().map(this::row).toList(), "areas", choices, "languages", languages);
  }

  Map<String, Object> form(Form form) {
    return Map.of("name", form.name(), "asks", who(form.audience()));
  }

  Map<String, Object> one(OpenLink link) {
    var token = LinkToken.read(link.code()).orElseThrow();
    var address = addresses.link(token);
    var square = QrCode.of(address);
    var model = new HashMap<String, Object>(row(link));
    model.put("address", address);
    model.put("path", URI.create(address).getRawPath());
    model.put("codePage", addresses.codePage());
    model.put("code", LetterPdf.typable(token));
    model.put("square", square.path());
    model.put("side", square.size());
    model.put("sheets", languages(link).stream().map(this::sheet).toList());
    return model;
  }

  /** The link's own first; English too, for whoever set it up. */
  private static Set<String> languages(OpenLink link) {
    var languages = new LinkedHashSet<String>();
    languages.add(link.language());
    languages.add(Words.SOURCE);
    return languages;
  }

  private Map<String, Object> sheet(String language) {
    return Map.of(
        "language", language,
        "direction", words.direction(language),
        "heading", words.text(language, "poster.heading"),
        "how", words.text(language, "poster.how"),
        "type", words.text(language, "poster.type"),
        "promise", words.text(language, "poster.promise"),
        "help", words.text(language, "poster.help"));
  }

  private Map<String, Object> row(OpenLink link) {
    return Map.of(
        "id", link.id(),
        "kind", link.kind() == OpenLink.Kind.TABLET ? "Tablet" : "Poster",
        "tablet", link.kind() == OpenLink.Kind.TABLET,
        "placed", link.place(),
        "area", names.name(link.area()),
        "asks", who(link.audience()),
        "language", words.text(link.language(), "language.name"),
        "madeOn", link.madeOn(),
        "closed", link.closed());
  }

  private void collect(List<Map<String, Object>> rows, String area, Predicate<String> mine) {
    if (mine.test(area)) {
      rows.add(Map.of("key", area, "name", names.name(area)));
    }
    areas.children(area).forEach(below -> collect(rows, below, mine));
  }

  private static String who(Audience audience) {
    return switch (audience) {
      case CHILD -> "Children";
      case YOUNG_PERSON -> "Young people";
      case CARE_LEAVER -> "Care leavers";
      case PARENT -> "Parents and carers";
      case CARER -> "Foster carers";
      case STAFF -> "Staff";
      case PARTNER -> "Partner agencies";
    };
  }
}
