package org.hearback;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hearback.access.Role;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.SendJob;
import org.hearback.invitation.WeighJob;
import org.hearback.journey.Import;
import org.hearback.journey.ImportJob;
import org.hearback.journey.ImportReport;
import org.hearback.reporting.ReleaseJob;
import org.hearback.response.DelinkJob;
import org.hearback.safeguarding.OpenJob;
import org.hearback.safeguarding.TallyJob;
import org.hearback.theme.IndexJob;
import org.hearback.tryout.RecordingPostman;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job, once, with real parts: last night's files in, a link opened on a phone, answered in
 * Arabic, cleared, the clock moved, de-linked, found, counted. Axe finds nothing on any page, and
 * the log tells nothing of it all.
 */
class WholePathTest {
  private static final String WORDS =
      "تأخر المترجم كثيرا ولم نفهم التقرير. اسمي ليلى حداد ورقمي 07700 900413 وابني في روضة"
          + " الياسمين.";
  private static final String ENGLISH = "She talked to me like a person, not like a case file.";
  private static final String DANGER = "He hits me when the worker has gone home.";
  // In the English alphabet of text messages each of these is one septet.
  private static final Pattern SIMPLE = Pattern.compile("[ A-Za-z0-9.,:/'-]+");

  @TempDir Path folder;
  private TestHouse house;
  private RealBrowser browser;
  private LogBook log;
  private final List<LogBook.Secret> secrets = new ArrayList<>();
  private final List<LinkToken> tokens = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    log = LogBook.open();
    house =
        TestHouse.on(
            TestDatabase.shared(),
            Map.of(
                "hearback.address",
                "https://views.example.gov.uk",
                "hearback.import.folder",
                folder.resolve("in").toString()));
    browser = new RealBrowser();
  }

  @AfterEach
  void close() throws Exception {
    browser.close();
    house.close();
    log.close();
  }

  @Test
  void an_answer_walks_the_whole_path() throws Exception {
    lastNightsFilesComeIn();
    invitationsGoOut();
    house.onDuty();
    aParentAnswersInArabic();
    theOthersAnswer();
    readersClear();
    answersAreDelinked();
    anAnalystFindsThem();
    aReviewerSeesWhatWasDone();
    aManagerSeesTheFigures();
    theLogTellsNothing();
  }

  private void lastNightsFilesComeIn() throws Exception {
    var in = Files.createDirectory(folder.resolve("in"));
    var contacts = PathFiles.contacts(folder);
    var assessments = PathFiles.assessments(folder.resolve("ssd_cin_assessments.csv"), 1, 12);
    var intake = house.get(Import.class);
    for (int changed : new int[] {32, 0}) {
      assertThat(intake.file(contacts))
          .isEqualTo(new ImportReport.Taken("contacts.csv", 32, changed, 32 - changed, 0));
    }
    assertThat(intake.file(assessments))
        .isEqualTo(new ImportReport.Taken("ssd_cin_assessments.csv", 12, 12, 0, 0));
    var dropped = in.resolve("ssd_cin_assessments_2026-11-23.csv");
    PathFiles.assessments(dropped, 12, PathFiles.REFUSING);
    Files.writeString(dropped, Files.readString(dropped) + "P-A99,P-C99,the day after,FH-N1\n");
    house.get(ImportJob.class).run();
    house.get(ImportJob.class).run();
    assertThat(in.resolve("done").resolve(dropped.getFileName())).exists();
    assertThat(column("SELECT COUNT(*) FROM vault.milestone_event")).containsExactly("16");
    assertThat(column("SELECT reason FROM vault.quarantine")).containsExactly("bad-date");
    for (var name : PathFiles.names()) {
      secret("name", name);
      secret("surname", name.split(" ")[1]);
    }
    IntStream.rangeClosed(1, PathFiles.REFUSING).forEach(n -> secret("phone", PathFiles.phone(n)));
    IntStream.rangeClosed(1, PathFiles.REFUSING)
        .forEach(n -> secret("phone", PathFiles.phone(n).substring(1)));
    secret("e-mail", PathFiles.EMAIL);
  }

  private void invitationsGoOut() throws Exception {
    house.get(WeighJob.class).run();
    house.get(SendJob.class).run();
    house.get(SendJob.class).run();
    var messages = house.get(RecordingPostman.class).messages();
    assertThat(messages.stream().map(message -> digits(message.phone())))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, PathFiles.TEXTED)
                .mapToObj(family -> digits(PathFiles.phone(family)))
                .toList());
    for (var message : messages) {
      var text = message.before() + message.link() + message.after();
      assertThat(text).matches(SIMPLE).hasSizeLessThanOrEqualTo(160);
      assertThat(message.link()).startsWith("https://views.example.gov.uk/");
    }
    for (int family = 1; family <= PathFiles.TEXTED; family++) {
      var phone = digits(PathFiles.phone(family));
      var link =
          messages.stream()
              .filter(m -> digits(m.phone()).equals(phone))
              .findFirst()
              .orElseThrow()
              .link();
      tokens.add(LinkToken.read(link.substring(link.lastIndexOf('/') + 1)).orElseThrow());
      secret("link", tokens.getLast().secret());
    }
    assertThat(
            column("SELECT reason FROM vault.invitation WHERE state = 'refused' ORDER BY reason"))
        .containsExactly("texts-not-known-safe", "texts-not-wanted");
  }

  private void aParentAnswersInArabic() throws Exception {
    try (var person = browser.person(RealBrowser.PHONE)) {
      var sent = new PhoneWalk(house, person.newPage()).answer(tokens.getFirst(), WORDS);
      secret("nonce", sent.nonce());
      secret("withdrawal code", sent.code());
    }
    assertThat(column("SELECT level FROM bridge.envelope")).containsExactly("none");
  }

  /**
   * Without script, so that both ways lead to the same place. The last one invited does not answer.
   */
  private void theOthersAnswer() throws Exception {
    var phone = new Phone(house.address());
    for (int family = 2; family < PathFiles.TEXTED; family++) {
      var page = phone.open(tokens.get(family - 1));
      var answers = new java.util.HashMap<String, String>();
      for (var key : List.of("why", "listened", "facts", "next")) {
        answers.put(key, family % 3 == 0 ? "disagree" : "strongly-agree");
      }
      answers.put("since", family % 2 == 0 ? "better" : "same");
      if (family == 2) {
        answers.put("change", ENGLISH + " Thank you, " + PathFiles.name(2).split(" ")[0] + ".");
      } else if (family == 3) {
        answers.put("change", DANGER);
      } else {
        boolean inArabic = page.html().contains("<html lang=\"ar\"");
        answers.put("change", inArabic ? "الخطة واضحة الآن." : "The plan is clear now.");
      }
      secret("nonce", page.nonce());
      var reply = phone.send(page, answers);
      assertThat(reply.statusCode()).isEqualTo(200);
      var code = Pattern.compile("ltr\">([0-9a-z -]{11})<").matcher(reply.body());
      assertThat(code.find()).isTrue();
      secret("withdrawal code", code.group(1));
    }
    for (var words : List.of(WORDS, ENGLISH, DANGER)) {
      for (var sentence : words.split("\\.")) {
        secret("answer", sentence.strip());
      }
    }
    secret("answer", "روضة الياسمين");
    secret("phone", "07700 900413");
    secret("redacted answer", "[name]");
    secret("redacted answer", "[phone]");
  }

  private void readersClear() throws Exception {
    house.get(OpenJob.class).run();
    var desk = OfficeWalk.signIn(browser, house, Role.READER);
    desk.clearTheDangerous();
    desk.clearTheArabic();
    desk.clearTheRest(PathFiles.TEXTED - 3, Desk.of(house, Role.READER, Set.of("en", "ar")));
    desk.close();
    assertThat(column("SELECT DISTINCT state FROM bridge.clearing")).containsExactly("cleared");
    assertThat(column("SELECT state FROM bridge.concern")).containsExactly("closed");
    assertThat(column("SELECT act FROM office.audit WHERE act <> 'file-taken' ORDER BY no"))
        .as("what is cleared is told by the day")
        .containsExactly("sign-in", "concern-closed", "raw-words-shown", "sign-in");
  }

  private void answersAreDelinked() throws Exception {
    house.clock().pass(Duration.ofDays(15));
    house.get(DelinkJob.class).run();
    house.get(TallyJob.class).run();
    assertThat(column("SELECT COUNT(*) FROM feedback.response")).containsExactly("13");
    assertThat(column("SELECT COUNT(*) FROM feedback.comment")).containsExactly("13");
    assertThat(column("SELECT COUNT(*) FROM bridge.envelope")).containsExactly("0");
    assertThat(column("SELECT SUM(answered) FROM feedback.counter")).containsExactly("13");
  }

  private void aReviewerSeesWhatWasDone() {
    var desk = OfficeWalk.signIn(browser, house, Role.REVIEWER);
    desk.review();
    desk.close();
  }

  private void anAnalystFindsThem() throws Exception {
    house.get(IndexJob.class).run();
    var desk = OfficeWalk.signIn(browser, house, Role.ANALYST);
    desk.search();
    desk.close();
    var left = String.join("\n", Dump.of(house.database(), "feedback"));
    for (var name : List.of("ليلى", "حداد", "900413", "الياسمين", "Bethan")) {
      assertThat(left).doesNotContain(name);
      assertThat(filesThatHold(name)).isEmpty();
    }
    // Only one wrote in Arabic: in a label without a language these words would say who.
    assertThat(left).doesNotContain("المترجم").contains("interpreter");
    // So that the search through the index is known to be able to find a word.
    assertThat(filesThatHold("talk")).isNotEmpty();
  }

  private void aManagerSeesTheFigures() throws Exception {
    house.clock().set(Instant.parse("2027-02-05T10:00:00Z")); // five weeks after the quarter
    house.get(IndexJob.class).run();
    house.get(ReleaseJob.class).run();
    var desk = OfficeWalk.signIn(browser, house, Role.MANAGER);
    desk.figures();
    desk.close();
  }

  private void theLogTellsNothing() {
    assertThat(log.events()).anyMatch(event -> event.contains("import contacts.csv: 32 lines"));
    assertThat(log.events()).anyMatch(event -> event.contains("a batch of 13 answers"));
    assertThat(secrets.stream().map(LogBook.Secret::kind).distinct())
        .containsExactlyInAnyOrder(
            "name",
            "surname",
            "phone",
            "e-mail",
            "link",
            "nonce",
            "withdrawal code",
            "answer",
            "redacted answer");
    assertThat(log.betrayed(secrets)).isEmpty();
  }

  private List<Path> filesThatHold(String word) throws Exception {
    var wanted = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
    var index =
        Path.of(house.context().getProperty("hearback.index.folder", String.class).orElseThrow());
    var found = new ArrayList<Path>();
    try (var files = Files.walk(index)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (HexFormat.of().formatHex(Files.readAllBytes(file)).contains(wanted)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private List<String> column(String sql) throws Exception {
    return house.database().column(sql);
  }

  private void secret(String kind, String text) {
    secrets.add(new LogBook.Secret(kind, text));
  }

  /** The last nine: however a number is written, these stay. */
  private static String digits(String phone) {
    var digits = phone.replaceAll("\\D", "");
    return digits.substring(digits.length() - 9);
  }
}
