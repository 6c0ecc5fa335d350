package org.hearback.anonymity;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The forms that a name in Latin letters takes in Polish, Romanian and Welsh sentences: cases,
 * diminutives aside, and mutations. Made from the name, as a word cannot be led back to one name
 * alone. Accents are folded before.
 */
final class Inflected {
  private static final int NAME_MIN = 3;
  private static final String VOWELS = "aeiouy";

  /** "Marta, Marcie", "Magda, Magdzie", "Agnieszka, Agnieszce". */
  private static final List<String> SOFTENED =
      List.of("ch", "sz", "sl", "sl", "k", "c", "g", "dz", "t", "ci", "d", "dzi", "r", "rz");

  private static final Map<String, List<String>> MUTATED =
      Map.of(
          "p", List.of("b", "mh", "ph"),
          "t", List.of("d", "nh", "th"),
          "c", List.of("g", "ngh", "ch"),
          "b", List.of("f", "m"),
          "d", List.of("dd", "n"),
          "g", List.of("", "ng"),
          "m", List.of("f"),
          "ll", List.of("l"),
          "rh", List.of("r"));

  private Inflected() {}

  static Set<String> forms(String name) {
    var forms = new HashSet<String>();
    if (name.length() >= NAME_MIN && name.codePointAt(0) < 0x80) {
      polish(name, forms);
      romanian(name, forms);
    }
    forms.remove(name);
    return forms;
  }

  /** These alter the first letter, so they are kept apart: they need more care. */
  static Set<String> mutations(String name) {
    var forms = new HashSet<String>();
    if (name.length() <= NAME_MIN) {
      return forms;
    }
    for (int length : List.of(2, 1)) {
      var first = name.substring(0, length);
      if (MUTATED.containsKey(first) && !(length == 1 && isDigraph(name))) {
        MUTATED.get(first).forEach(other -> forms.add(other + name.substring(length)));
        break;
      }
    }
    return forms;
  }

  private static boolean isDigraph(String name) {
    return List.of("ch", "dd", "ff", "ng", "ll", "ph", "rh", "th").contains(name.substring(0, 2));
  }

  private static void polish(String name, Set<String> forms) {
    var stem = name.substring(0, name.length() - 1);
    switch (name.charAt(name.length() - 1)) {
      case 'a' -> {
        add(forms, stem, "y", "i", "e", "o", "u", "ie", "ej", "iej", "om", "ami", "ach");
        softened(stem, forms);
        if (name.endsWith("ia")) {
          var hard = stem.substring(0, stem.length() - 1);
          add(forms, hard, "i", "ii", "ie", "iu", "io", "iom", "iami");
        }
      }
      case 'i' -> add(forms, stem, "iego", "iemu", "im", "ich", "imi", "a", "iej", "cy");
      case 'y' -> {
        add(forms, stem, "ego", "emu", "ym", "ych", "ymi");
        add(forms, stem, "iego", "iemu", "im", "a", "iej");
      }
      case 'o' -> add(forms, stem, "a", "i", "y", "e", "owi", "iem", "em", "u", "om");
      default -> {
        if (VOWELS.indexOf(name.charAt(name.length() - 1)) < 0) {
          masculine(name, forms);
          withoutVowel(name, forms);
        }
      }
    }
  }

  private static void masculine(String name, Set<String> forms) {
    add(
        forms, name, "a", "owi", "em", "iem", "u", "ie", "owie", "ow", "om", "ami", "ach", "e", "y",
        "i", "iu", "ia", "iowi", "owa", "owej", "owna");
    softened(name, forms);
  }

  /** "Marek, Marka", "Pawel, Pawla", "Dudziec, Dudzca". */
  private static void withoutVowel(String name, Set<String> forms) {
    int vowel = name.length() - 2;
    boolean fleeting =
        name.length() > NAME_MIN
            && name.charAt(vowel) == 'e'
            && "kcl".indexOf(name.charAt(vowel + 1)) >= 0;
    if (fleeting) {
      int end = name.charAt(vowel - 1) == 'i' ? vowel - 1 : vowel;
      masculine(name.substring(0, end) + name.charAt(vowel + 1), forms);
    }
  }

  private static void softened(String stem, Set<String> forms) {
    for (int pair = 0; pair < SOFTENED.size(); pair += 2) {
      if (stem.endsWith(SOFTENED.get(pair))) {
        int end = stem.length() - SOFTENED.get(pair).length();
        add(forms, stem.substring(0, end) + SOFTENED.get(pair + 1), "e");
        return;
      }
    }
  }

  private static void romanian(String name, Set<String> forms) {
    var stem = name.substring(0, name.length() - 1);
    if (name.endsWith("a")) {
      // Mariei, Anei, Anchii, Anchei
      add(forms, stem, "ei", "ii", "ai", "o");
      if (name.endsWith("ca") || name.endsWith("ga")) {
        add(forms, stem, "hii", "hei");
      }
    } else if (name.endsWith("u")) {
      add(forms, name, "lui", "le", "l");
      add(forms, stem, "ilor", "ii", "estii", "estilor");
    } else if (VOWELS.indexOf(name.charAt(name.length() - 1)) < 0) {
      add(forms, name, "ului", "ule", "ul", "ei");
    } else {
      add(forms, name, "ule", "lui");
    }
  }

  private static void add(Set<String> forms, String stem, String... endings) {
    for (var ending : endings) {
      forms.add(stem + ending);
    }
  }
}
