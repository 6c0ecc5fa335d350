package org.hearback.anonymity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Makes the lists of names that ship, from public lists of names and a dictionary of English:
 * {@code infra/names}. A name that is an English word as well is marked, and so are one that is
 * usual and one that is a place.
 */
final class GazetteerWriter {
  private static final Pattern NAME = Pattern.compile("[\\p{L}]{2,24}");
  private static final Pattern SCHOOL_PART = Pattern.compile("[\\p{L}0-9&-]+");
  private static final int SCHOOL_SHORTEST = 4;
  private static final int SCHOOL_LONGEST = 6;
  private static final Set<String> LINKS =
      Set.of("and", "of", "the", "for", "church", "&", "-", "at", "in");
  private static final Set<String> WELSH =
      Set.of("ysgol", "gynradd", "uwchradd", "gyfun", "babanod", "iau", "feithrin");
  private static final Set<String> KINDS =
      Set.of(
          ("school schools academy academies primary nursery college junior juniors infant infants"
               + " secondary high grammar comprehensive special community cofe c ce c-of-e rc roman"
               + " catholic voluntary aided controlled va vc boys girls centre center pru pupil"
               + " referral unit free studio sixth form upper lower middle first preparatory prep"
               + " foundation trust jmi early jewish muslim islamic methodist independent church"
               + " endowed education alternative provision learning")
              .split(" "));
  private static final int USUAL = 300;
  private static final int SHORTEST = 3;

  private final Path names;
  private final Hunspell words;
  private final TreeSet<String> places = new TreeSet<>();

  private GazetteerWriter(Path names, Hunspell words) {
    this.names = names;
    this.words = words;
  }

  public static void main(String[] folders) throws Exception {
    var dictionary = Path.of(folders[1]);
    try (var affixes = Files.newInputStream(dictionary.resolve("index.aff"));
        var entries = Files.newInputStream(dictionary.resolve("index.dic"))) {
      var words =
          new Hunspell(new Dictionary(new ByteBuffersDirectory(), "words", affixes, entries));
      new GazetteerWriter(Path.of(folders[0]), words).write(Path.of(folders[2]));
    }
  }

  private void write(Path to) throws IOException {
    readPlaces();
    Map<String, Integer> given = new TreeMap<>();
    for (var line : lines("ew_baby_names_2020.tsv")) {
      var cells = line.split("\t");
      add(given, cells[0], Integer.parseInt(cells[2].strip()));
    }
    for (var line : lines("nibabynames.csv")) {
      var cells = line.split(",");
      if (!cells[0].equals("year") && !cells[3].isBlank()) {
        add(given, cells[2], Integer.parseInt(cells[3].strip()));
      }
    }
    lines("smashew_first_names_all.txt").forEach(line -> add(given, line, 0));
    lines("randomname_first.txt").forEach(line -> add(given, line, 0));
    // Who is grown up now is in no list of births; this one is of usual names of all ages.
    lines("smashew_first_names_us.txt").forEach(line -> add(given, line, USUAL));
    Files.writeString(
        to.resolve("first-names.txt"),
        """
        # First names as England, Wales, Northern Ireland and others give them: ! usual ones, ~ an English word, @ a place as well.
        # Made by infra/names; sources and licences in src/doc/third-party.md.
        """
            + text(given));
    Map<String, Integer> surnames = new TreeMap<>();
    for (var list :
        List.of(
            "smashew_surnames_uk.txt",
            "randomname_surnames.txt",
            "smashew_NamesDatabases_surnames_pl.txt",
            "smashew_NamesDatabases_surnames_pt.txt")) {
      lines(list).forEach(line -> add(surnames, line, 0));
    }
    Files.writeString(
        to.resolve("surnames.txt"),
        """
        # Surnames of the United Kingdom, Poland, Portugal and others: ~ an English word, @ a place as well.
        # Made by infra/names; sources and licences in src/doc/third-party.md.
        """
            + text(surnames));
    var people = new TreeSet<>(given.keySet());
    people.addAll(surnames.keySet());
    Files.writeString(
        to.resolve("schools.txt"),
        """
        # What schools of England are called, without what kind they are: ^ ordinary words, ~ also a place or a person.
        # Made by infra/names; sources and licences in src/doc/third-party.md.
        """
            + schools(people));
  }

  /** A name of one ordinary word, as "Park", says nothing. */
  private String schools(Set<String> people) throws IOException {
    var text = new StringBuilder();
    for (var name :
        new TreeSet<>(
            lines("dfe_schools.csv").stream().skip(1).map(GazetteerWriter::school).toList())) {
      var parts = List.of(name.split(" "));
      boolean ordinary = parts.stream().allMatch(part -> words.spell(part));
      boolean one = parts.size() == 1;
      if (name.length() < SCHOOL_SHORTEST || ordinary && one) {
        continue;
      }
      boolean other = one && (people.contains(name) || places.contains(name));
      text.append(name).append(ordinary ? "^" : other ? "~" : "").append('\n');
    }
    return text.toString();
  }

  /** "St Oswin's C of E Primary School, Overleigh" is called st oswins. */
  private static String school(String line) {
    var cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    var name = Folded.plain(cells[1]).toLowerCase(Locale.ROOT).replaceAll("[\"'.]", "");
    var core = new ArrayList<String>();
    for (var word :
        SCHOOL_PART.matcher(name.replaceAll("\\(.*|,.*| - .*", "")).results().toList()) {
      if (!core.isEmpty() && KINDS.contains(word.group())) {
        break;
      }
      if (!core.isEmpty() || !word.group().equals("the") && !WELSH.contains(word.group())) {
        core.add(word.group());
      }
    }
    while (!core.isEmpty() && LINKS.contains(core.getLast())) {
      core.removeLast();
    }
    return core.size() > SCHOOL_LONGEST ? "" : String.join(" ", core);
  }

  private void readPlaces() throws IOException {
    places.addAll(List.of("england", "scotland", "wales", "britain"));
    Stream.of(Locale.getISOCountries())
        .map(country -> Locale.of("", country).getDisplayCountry(Locale.ENGLISH))
        .forEach(this::addPlace);
    for (var line : lines("dfe_schools.csv")) {
      var cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
      addPlace(cells[2].replace("\"", ""));
    }
  }

  private void addPlace(String place) {
    var lower = Folded.plain(place).toLowerCase(Locale.ROOT);
    if (NAME.matcher(lower).matches()) {
      places.add(lower);
    }
  }

  private static void add(Map<String, Integer> all, String name, int children) {
    for (var part : Folded.plain(name.strip()).toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      if (NAME.matcher(part).matches() && part.length() >= SHORTEST) {
        all.merge(part, children, Integer::sum);
      }
    }
  }

  private String text(Map<String, Integer> all) {
    var text = new StringBuilder();
    all.forEach((name, children) ->
        text.append(name)
            .append(children >= USUAL ? "!" : "")
            .append(words.spell(name) ? "~" : "")
            .append(places.contains(name) ? "@" : "")
            .append('\n'));
    return text.toString();
  }

  private List<String> lines(String file) throws IOException {
    return new String(Files.readAllBytes(names.resolve(file)), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }
}
