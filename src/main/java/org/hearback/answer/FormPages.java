package org.hearback.answer;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.hearback.anonymity.TraceTime;
import org.hearback.form.Form;
import org.hearback.form.Pictures;
import org.hearback.form.Recordings;
import org.hearback.form.Words;

/**
 * Every page that a respondent sees. None holds the link's secret: forms post to their own address,
 * and links are relative to it. A language that there is not becomes English. Safe for any thread;
 * pages that are the same for everybody are rendered once.
 */
@Singleton
public final class FormPages {
  /** The field that a page of staff is known by. */
  static final String STAFF_TOKEN = "csrfToken";

  private static final String HOLE = "hole-for-one-word";
  private static final Pattern CODE = Pattern.compile("[0-9A-Za-z -]{1,24}");

  private final Templates templates;
  private final MessageView messages;
  private final Words words;
  private final Pictures pictures;
  private final Recordings recordings;
  private final TraceTime trace;
  private final Map<PageKey, PreparedPage> prepared = new ConcurrentHashMap<>();
  private final Map<PageKey, String> rendered = new ConcurrentHashMap<>();

  private record PageKey(String page, int version, String language) {}

  FormPages(
      Templates templates, Words words, Pictures pictures, Recordings recordings, TraceTime trace) {
    this.templates = templates;
    this.messages = new MessageView(templates, words);
    this.words = words;
    this.pictures = pictures;
    this.recordings = recordings;
    this.trace = trace;
  }

  /**
   * The empty form, with one hole for the nonce; rendered at the first call for each.
   *
   * @param asking in which way
   */
  public PreparedPage prepared(Form form, String language, Asking asking) {
    var shown = words.shown(form, language);
    return prepared.computeIfAbsent(
        new PageKey(form.name() + asking, form.version(), shown),
        _ -> PreparedPage.of(form(form, shown, HOLE, asking, Map.of(), Map.of()), HOLE));
  }

  /**
   * The form again, with what was typed and what is wrong with it; goes with status 422, or with
   * 200 where only another language was wanted.
   *
   * @param typed as posted, by question key; what the form does not know is left out
   * @param errors of {@link org.hearback.form.Reading.Refused}
   */
  public String refused(
      Form form,
      String language,
      String nonce,
      Asking asking,
      Map<String, List<String>> typed,
      Map<String, String> errors) {
    return form(form, words.shown(form, language), nonce, asking, typed, errors);
  }

  /** The same pages in other words, for whoever writes them. */
  FormPages in(Words other) {
    return other == words
        ? this
        : new FormPages(templates.in(other), other, pictures, recordings, trace);
  }

  /**
   * The form as respondents see it, for whoever writes it: it is sent to a page of staff, with
   * their token in place of a nonce.
   */
  String preview(
      Form form,
      String language,
      String token,
      Map<String, List<String>> typed,
      Map<String, String> errors) {
    var model = model(form, spoken(language), token, true, typed, errors);
    model.put("guide", true);
    model.put("nonceName", STAFF_TOKEN);
    return templates.render("answer/form", spoken(language), model);
  }

  /** After Send. The same for a retry. */
  public String thanks(Form form, String language, String withdrawalCode, boolean dangerShown) {
    var page = thanks(form);
    var whole = dangerShown ? page.line("thanks.danger").withHelp() : page;
    return thanks("thanks-" + dangerShown, form, language, whole, withdrawalCode);
  }

  /** The same where nobody was asked: whoever said that they are not safe will not be found. */
  String thanksToAnybody(Form form, String language, String withdrawalCode, boolean dangerShown) {
    var page = thanks(form);
    var whole = dangerShown ? page.line("thanks.danger.open").withHelp() : page;
    return thanks("thanks-open-" + dangerShown, form, language, whole, withdrawalCode);
  }

  /** After Send while nobody reads; {@code lost} where somebody in danger will not be found. */
  String thanksUnread(Form form, String language, String withdrawalCode, boolean lost) {
    var page = thanks(form).line("thanks.unread");
    var whole = lost ? page.line("thanks.danger.open") : page;
    return thanks("thanks-unread-" + lost, form, language, whole.withHelp(), withdrawalCode);
  }

  /** After Send, to a professional who has not told of a worry yet. */
  public String thanksAndRefer(Form form, String language, String withdrawalCode) {
    var page = thanks(form).line("thanks.refer").withHelp();
    return thanks("thanks-refer", form, language, page, withdrawalCode);
  }

  private static Message thanks(Form form) {
    var page = Message.of("thanks.heading").line("thanks.saved").secret().withCode(HOLE);
    return page.withRoutes(Routes.fitting(form.audience()));
  }

  private String thanks(
      String name, Form form, String language, Message page, String withdrawalCode) {
    if (!CODE.matcher(withdrawalCode).matches()) {
      throw new IllegalArgumentException("not a withdrawal code");
    }
    return message(name + form.audience(), language, page).replace(HOLE, withdrawalCode);
  }

  /** The same page was sent twice, with other words the second time. */
  public String alreadyAnswered(String language) {
    var page = Message.of("already.heading").line("already.text").line("already.help");
    return message("already", language, lost(page.secret()));
  }

  /** A link that cannot be used, with who to ring. */
  public String linkRefused(String language, Why why) {
    var page = Message.of(why.words() + ".heading").line(why.words());
    return message(why.words(), language, lost(page.secret().withLanguages()));
  }

  /** One button; or, after it, that it is done. */
  public String stop(String language, boolean done) {
    var page =
        done
            ? Message.of("stop.done.heading").line("stop.done")
            : Message.of("stop.heading").line("stop.text").withForm("stop");
    return message("stop-" + done, language, page.secret());
  }

  /** One field; or, after it, the reply that everybody gets. */
  public String withdraw(String language, boolean done) {
    var page =
        done
            ? Message.of("withdraw.done.heading").line("withdraw.done")
            : Message.of("withdraw.heading").line("withdraw.text").withForm("withdraw");
    return message("withdraw-" + done, language, done ? page : page.withLanguages());
  }

  /** One field for the code of a letter. */
  public String code(String language) {
    var page = Message.of("code.heading").line("code.text").withForm("code");
    return message("code", language, page.withLanguages());
  }

  /**
   * A code that opens nothing; goes with status 404. What was typed stays, to be mended.
   *
   * @param typed at most as long as a code with all its gaps
   */
  public String codeRefused(String language, String typed) {
    var page = Message.of("code.wrong.heading").line("code.wrong").withForm("code");
    var model = messages.of(spoken(language), page.withLanguages().withHelp());
    model.put("typed", typed);
    return templates.render("answer/message", spoken(language), model);
  }

  /** A form was reloaded without its secret in the address. */
  public String reopened(String language) {
    var page = Message.of("reopened.heading").line("reopened.text").line("reopened.sent");
    return message("reopened", language, lost(page.withLanguages()));
  }

  /**
   * This device, or everybody together, has answered often enough by an open link; goes with 429.
   */
  public String enough(String language) {
    var page = Message.of("enough.heading").line("enough.text");
    return message("enough", language, lost(page.secret().withLanguages()));
  }

  /** Nobody is there to read, so nothing is asked. */
  public String closed(Form form, String language) {
    var page = Message.of("closed.heading").line("closed.text").withHelp();
    var whole = page.secret().withLanguages().withRoutes(Routes.fitting(form.audience()));
    return message("closed" + form.audience(), language, whole);
  }

  /** Whoever cannot go on here, of whom nothing is known. */
  private static Message lost(Message page) {
    return page.withHelp().withRoutes(Routes.ofAnybody());
  }

  private String form(
      Form form,
      String language,
      String nonce,
      Asking asking,
      Map<String, List<String>> typed,
      Map<String, String> errors) {
    var model = model(form, language, nonce, asking.writing(), typed, errors);
    model.put("guide", !asking.tablet());
    // A tablet comes back to its address for the next person.
    model.put("secretAddress", !asking.tablet());
    model.put("tablet", asking.tablet());
    return templates.render("answer/form", language, model);
  }

  private Map<String, Object> model(
      Form form,
      String language,
      String nonce,
      boolean writing,
      Map<String, List<String>> typed,
      Map<String, String> errors) {
    var view = new FormView(form, language, writing, words, pictures, typed, errors);
    var model = new HashMap<String, Object>();
    model.put("nonceName", "nonce");
    model.put("nonce", nonce);
    model.put("lead", view.lead());
    model.put("before", view.before(templates.councilName(), trace.weeks()));
    model.put("routes", templates.routes(language, Routes.fitting(form.audience())));
    model.put("questions", view.questions());
    model.put("media", MediaView.of(form, language, words, recordings));
    model.put("unread", view.unread());
    model.put("family", view.family());
    model.put("count", view.gaps("step.count", "number", "total"));
    model.put("left", view.gaps("count.left", "left"));
    model.put("over", view.gaps("count.over", "over"));
    model.put("talkTo", view.talkTo());
    model.put("summary", view.summary());
    model.put("others", messages.others(language, it -> words.covers(form, it)));
    model.put("titleIsHeading", true);
    model.put("voice", form.voice());
    if (!form.open()) {
      model.put("stopLink", "?stop&lang=" + language);
    }
    return model;
  }

  private String message(String name, String language, Message page) {
    var spoken = spoken(language);
    return rendered.computeIfAbsent(
        new PageKey(name, 0, spoken),
        _ -> templates.render("answer/message", spoken, messages.of(spoken, page)));
  }

  private String spoken(String language) {
    return words.has(language) ? language : Words.SOURCE;
  }
}
