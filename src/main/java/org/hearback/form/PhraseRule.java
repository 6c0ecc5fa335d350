package org.hearback.form;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule that knows its faults by how they are said. Immutable.
 *
 * @param in the parts of a page that it looks at
 * @param faults each with what is wrong and what to do
 */
record PhraseRule(String name, Predicate<Said.Part> in, List<Fault> faults) implements WordRule {

  private record Fault(Pattern said, String wrong, String mend) {}

  @Override
  public Stream<Finding> findings(Said said) {
    if (!in.test(said.part())) {
      return Stream.empty();
    }
    return said.sentences().stream()
        .flatMap(sentence ->
            faults.stream()
                .filter(fault -> fault.said().matcher(sentence.replace('\'', '’')).find())
                .map(fault ->
                    finding(Finding.Level.ERROR, said, sentence, fault.wrong(), fault.mend())));
  }

  /** Praise, pressure and play: a person may stop at any question without being made sorry. */
  static PhraseRule nudging() {
    return new PhraseRule(
        "nudging",
        _ -> true,
        List.of(
            fault("!", "shouts", "End it with a full stop"),
            fault(
                "\\b(nearly|almost) (there|done|finished)\\b|\\bkeep going\\b|\\bdon’t (give"
                    + " up|stop now)\\b|\\b(just|only) (one|two|a few|\\d+) (more|left|to go)\\b",
                "pushes people on who may want to stop",
                "Leave it out; the page counts the questions"),
            fault(
                "\\bwell done\\b|\\bcongratulations\\b|\\b(good|great|nice|brilliant|amazing|super)"
                    + " (job|work|going|answer)\\b|\\byou’re (a star|amazing|brilliant)\\b",
                "praises people for answering",
                "Leave it out, or say thank you once, at the end"),
            fault(
                "\\b(badges?|streaks?|rewards?|prizes?|trophy|trophies|vouchers?|level"
                    + " up|leaderboards?|win)\\b",
                "makes a game or a trade of it",
                "Leave it out: nobody is paid for what they say"),
            fault(
                "\\bplease help us\\b|\\bwe (really )?need you\\b|\\bdon’t let (us|them|others)"
                    + " down\\b|\\bit would mean (a lot|so much)\\b|\\byour (voice|answers?|views?)"
                    + " (really )?(matters?|counts?)\\b",
                "makes people feel that they owe us an answer",
                "Say what it is for and that it is up to them"),
            fault(
                "\\b(hurry|last chance|don’t miss|act now|before it’s too late|as soon as you"
                    + " can)\\b",
                "makes people hurry",
                "Say until when they can answer, and no more"),
            fault(
                "^you must\\b|, you must\\b|\\byou (need|have) to (answer|finish|complete|reply)\\b"
                    + "|\\bplease (answer|complete|fill in) (all|every)\\b",
                "tells people that they must answer",
                "Every question can be skipped: say so"),
            fault(
                "\\b(most|many|other) (people|children|parents|families) (answer|have"
                    + " answered|already|say)\\b",
                "tells people what others do",
                "Leave it out: what others do is no reason")));
  }

  /** A question whose words already hold the answer. */
  static PhraseRule leading() {
    return new PhraseRule(
        "leading",
        Said.Part::asks,
        List.of(
            fault(
                "^how (very"
                    + " )?(helpful|useful|good|great|kind|friendly|well|happy|pleased|satisfied|safe|supportive|bad|poor|unhappy)\\b",
                "takes one answer for granted",
                "Ask it openly: “How was …?”, or make it a statement to agree with or not"),
            fault(
                "^how much did you (like|enjoy|love)\\b",
                "takes for granted that they liked it",
                "Ask “How was …?”"),
            fault(
                "(^|, (and |but |so"
                    + " )?)(don’t|didn’t|doesn’t|isn’t|wasn’t|aren’t|weren’t|haven’t|hasn’t|won’t|wouldn’t|couldn’t|can’t)"
                    + " (you|we|it|they|he|she|your|the|that|this|there)\\b",
                "waits for a yes",
                "Ask it without “not”: “Did you …?”"),
            fault(
                ",? (right|correct|ok|okay|yes|no)\\?$",
                "waits for a yes",
                "Take the last word away"),
            fault(
                "\\b(do|would|don’t|wouldn’t) you (not )?agree (that|with)\\b",
                "asks them to agree",
                "Make it a statement with the scale of agreement"),
            fault(
                "\\b(surely|obviously|of course|clearly you|as you know|as we all know|needless to"
                    + " say)\\b",
                "says that there is only one answer",
                "Leave these words out"),
            fault(
                "\\b(our|your)"
                    + " (great|excellent|wonderful|helpful|friendly|caring|hard-working|dedicated|kind|lovely|amazing)\\b",
                "praises what is asked about",
                "Leave the praise out"),
            fault(
                "\\brecommend\\b",
                "asks like a shop; nobody chose this service",
                "Ask whether people listened, or whether something got better")));
  }

  /** What a form must never ask, as an answer would point to a person or be evidence. */
  static PhraseRule asksTooMuch() {
    return new PhraseRule(
        "asks-too-much",
        Said.Part::asks,
        List.of(
            fault(
                "\\b(what|what’s|tell"
                    + " us|write|give|enter)\\b[^.?]*\\b(your|their|his|her|the|whose|child’s|worker’s)"
                    + " ?(\\w+’s )?(full |first |last )?(name|names|address|date of"
                    + " birth|birthday|phone number|number|e-?mail( address)?|postcode)\\b|\\bthe"
                    + " names? of\\b|\\bname the\\b",
                "asks for what tells who somebody is",
                "Ask what it was like, and not who or where"),
            fault(
                "\\b(which|what) (school|team|worker|social"
                    + " worker|teacher|carer|class|street|town)\\b|\\bwho (is|was|are|were)"
                    + " (your|their|the) \\b",
                "asks who or where somebody is",
                "Ask what it was like; the label knows the service"),
            fault(
                "\\bwhat happened(?! (next|after|in|at|during) (the|this|that|your|our)\\b|(?="
                    + " next\\b))|\\b(when|where|how often) did (it|this|that)"
                    + " happen\\b|\\bdescribe (what|how)\\b|\\bwhat did"
                    + " (he|she|they|someone|somebody|anyone) do to\\b",
                "asks for an account of what happened; that is for trained people, one to one",
                "Ask how it is now, and let the help page say whom to tell"),
            fault(
                "\\bwho (has |have"
                    + " )?(hurt|hits?|hitting|touched|touches|abused|abuses|harmed|harms|threatened|threatens|bullied|bullies|scared|scares|did"
                    + " (it|this|that))\\b|\\bwho (are|is|were|was) you (afraid|scared|frightened)"
                    + " of\\b|\\bwho makes you (feel )?(un\\w+|scared|afraid|sad)\\b",
                "asks who did it; that is for trained people, one to one",
                "Ask whether they feel safe, and let the help page say whom to tell")));
  }

  private static Fault fault(String pattern, String wrong, String mend) {
    return new Fault(
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), wrong, mend);
  }
}
