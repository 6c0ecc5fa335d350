package org.hearback.form;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Every word that a person outside the council sees, by language and key. Read once from {@code
 * i18n/} on the class path; immutable, safe for any thread. A sentence that a language lacks is
 * given in English; a key that English lacks is a mistake in the program and throws.
 */
@Singleton
public final class Words {
  /** The language that all others are made from. */
  public static final String SOURCE = "en";

  /** English in short sentences with drawings, a language of its own. */
  public static final String EASY_READ = "en-simple";

  private static final String UNREVIEWED = "# needs review";

  private final SequencedMap<String, Map<String, String>> byLanguage = new LinkedHashMap<>();
  private final Map<String, Set<String>> covering = new ConcurrentHashMap<>();
  private final List<String> unreviewed;

  @Inject
  Words() {
    this(Resources::text);
  }

  /**
   * Words from elsewhere than the class path.
   *
   * @param texts gives the text of a file by its path
   */
  Words(UnaryOperator<String> texts) {
    var files = new LinkedHashMap<String, String>();
    for (var language : texts.apply("i18n/languages.txt").lines().toList()) {
      files.put(language, texts.apply("i18n/" + language + ".properties"));
    }
    files.forEach((language, text) -> byLanguage.put(language, sentences(text)));
    unreviewed =
        files.keySet().stream().filter(it -> files.get(it).startsWith(UNREVIEWED)).toList();
  }

  static Map<String, String> sentences(String text) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var sentences = new HashMap<String, String>();
    properties.forEach((key, sentence) -> sentences.put((String) key, (String) sentence));
    return Map.copyOf(sentences);
  }

  public String text(String language, String key) {
    return text(language, key, Map.of());
  }

  /** Fills in the named places of a sentence. Numbers and plurals follow the language. */
  public String text(String language, String key, Map<String, Object> args) {
    var own = byLanguage.getOrDefault(language, Map.of());
    var spoken = own.containsKey(key) ? language : SOURCE;
    var sentence = byLanguage.get(spoken).get(key);
    if (sentence == null) {
      throw new IllegalArgumentException("no words under " + key);
    }
    // Latin digits in every language: people compare them with a keypad, a letter or a code.
    var locale = new ULocale(spoken + "@numbers=latn");
    return new MessageFormat(sentence, locale).format(args);
  }

  /** Whether a sentence exists, in this language or in English. */
  public boolean knows(String key) {
    return byLanguage.get(SOURCE).containsKey(key);
  }

  public boolean has(String language) {
    return byLanguage.containsKey(language);
  }

  /** The language itself where a form can be shown in it, else English. */
  public String shown(Form form, String language) {
    return covers(form, language) ? language : SOURCE;
  }

  /** The language that people write on a page in this one: English on one in Easy Read. */
  public static String written(String language) {
    return Locale.forLanguageTag(language).getLanguage();
  }

  /** BCP 47 tags, English first. */
  public List<String> languages() {
    return List.copyOf(byLanguage.keySet());
  }

  /** Languages that no speaker has read yet; production asks before it offers them. */
  public List<String> unreviewed() {
    return unreviewed;
  }

  /** Whether a language has every sentence that somebody may read who answers this form. */
  public boolean covers(Form form, String language) {
    // on the path of every page, and the same for as long as this lives
    return covering
        .computeIfAbsent(
            form.id(),
            _ ->
                byLanguage.keySet().stream()
                    .filter(it -> missing(form, it).isEmpty())
                    .collect(Collectors.toUnmodifiableSet()))
        .contains(language);
  }

  /** The keys of those sentences that it lacks: English is shown in their place. */
  public List<String> missing(Form form, String language) {
    var own = byLanguage.getOrDefault(language, Map.of()).keySet();
    return needed(form).stream().filter(key -> !own.contains(key)).toList();
  }

  /** The keys of all sentences that somebody may read who answers this form. */
  Set<String> needed(Form form) {
    return FormWords.all(form, byLanguage.get(SOURCE).keySet());
  }

  /** {@code ltr} or {@code rtl}. */
  public String direction(String language) {
    return new ULocale(language).isRightToLeft() ? "rtl" : "ltr";
  }

  /**
   * The best of our languages for a browser's Accept-Language header, English if none fits or it is
   * no such header.
   */
  public String chosen(String acceptLanguage) {
    try {
      var wanted = Locale.LanguageRange.parse(acceptLanguage);
      var best = Locale.lookupTag(wanted, languages());
      return best == null ? SOURCE : best;
    } catch (IllegalArgumentException _) {
      return SOURCE;
    }
  }

  Map<String, String> sentences(Locale language) {
    return byLanguage.getOrDefault(language.toLanguageTag(), Map.of());
  }
}
