package org.hearback.invitation;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.DecompositionType;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import java.util.HashMap;
import java.util.Map;

/**
 * ICU's shaping of Arabic, and for the letters that only Urdu, Persian and their neighbours have,
 * which ICU leaves apart, the joined forms that Unicode lists. Which form is Unicode's to say too:
 * by the joining types of the letters beside it. Immutable, safe for any thread.
 */
final class ArabicForms implements BidiReorderer {
  private static final int FIRST = 0xfb50;
  private static final int LAST = 0xfdff;
  private static final int FIRST_MARK = 0xfe70;
  private static final int LAST_MARK = 0xfe7f;
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final Map<Form, Character> FORMS = forms();

  private final BidiReorderer icu = new ICUBidiReorderer();

  /**
   * How a letter joins.
   *
   * @param before whether it joins the one before it
   */
  private record Form(int letter, boolean before, boolean after) {}

  @Override
  public String shapeText(String text) {
    var icus = icu.shapeText(text);
    var shaped = new StringBuilder(icus);
    for (int at = 0; at < icus.length(); at++) {
      char letter = icus.charAt(at);
      if (letter >= FIRST_MARK && letter <= LAST_MARK) {
        // ICU gives a mark a place of its own; over its letter is where it belongs.
        shaped.setCharAt(at, lastLetter(letter));
      } else {
        var form = new Form(letter, joinsBefore(icus, at), joinsAfter(icus, at));
        shaped.setCharAt(at, FORMS.getOrDefault(form, letter));
      }
    }
    return shaped.toString();
  }

  @Override
  public String reorderRTLTextToLTR(String text) {
    return icu.reorderRTLTextToLTR(text);
  }

  @Override
  public String deshapeText(String text) {
    return icu.deshapeText(text);
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }

  private static boolean joinsBefore(String text, int at) {
    int before = at - 1;
    while (before >= 0 && joining(lastLetter(text.charAt(before))) == JoiningType.TRANSPARENT) {
      before--;
    }
    return before >= 0
        && reachesOn(lastLetter(text.charAt(before)))
        && reachesBack(text.charAt(at));
  }

  private static boolean joinsAfter(String text, int at) {
    int after = at + 1;
    while (after < text.length()
        && joining(lastLetter(text.charAt(after))) == JoiningType.TRANSPARENT) {
      after++;
    }
    return after < text.length()
        && reachesOn(text.charAt(at))
        && reachesBack(plain(text.charAt(after)).charAt(0));
  }

  private static boolean reachesOn(char letter) {
    int type = joining(letter);
    return type == JoiningType.DUAL_JOINING
        || type == JoiningType.JOIN_CAUSING
        || type == JoiningType.LEFT_JOINING;
  }

  private static boolean reachesBack(char letter) {
    int type = joining(letter);
    return type == JoiningType.DUAL_JOINING
        || type == JoiningType.JOIN_CAUSING
        || type == JoiningType.RIGHT_JOINING;
  }

  private static int joining(char letter) {
    return UCharacter.getIntPropertyValue(letter, UProperty.JOINING_TYPE);
  }

  /** A shaped letter as it was typed; two letters where they were drawn as one. */
  private static String plain(char shaped) {
    return NFKC.normalize(String.valueOf(shaped));
  }

  private static char lastLetter(char shaped) {
    var plain = plain(shaped);
    return plain.charAt(plain.length() - 1);
  }

  private static Map<Form, Character> forms() {
    var forms = new HashMap<Form, Character>();
    for (char at = FIRST; at <= LAST; at++) {
      var letter = NFKC.getRawDecomposition(at);
      if (letter != null && letter.length() == 1) {
        int how = UCharacter.getIntPropertyValue(at, UProperty.DECOMPOSITION_TYPE);
        boolean after = how == DecompositionType.INITIAL || how == DecompositionType.MEDIAL;
        boolean before = how == DecompositionType.FINAL || how == DecompositionType.MEDIAL;
        forms.put(new Form(letter.charAt(0), before, after), at);
      }
    }
    return Map.copyOf(forms);
  }
}
