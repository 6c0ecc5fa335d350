package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArabicFormsTest {
  private final ArabicForms forms = new ArabicForms();

  @ParameterizedTest
  @CsvSource({
    "پاکستان, FB58 FE8E FB90 FEB4 FE98 FE8E FEE5",
    "گھر, FB94 FBAD FEAE",
    "چیک, FB7C FBFF FB8F",
    "گاڑی, FB94 FE8E FB8C FBFC",
    "لاہور, FEFB FBA8 FEEE FEAD",
    "سلام, FEB3 FEFC FEE1"
  })
  void letters_join_as_they_are_written(String word, String expected) {
    assertThat(hex(forms.shapeText(word))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"شكرًا, FEB7 FEDC FEAE 064B FE8D", "محمّد, FEE3 FEA4 FEE4 0651 FEAA"})
  void a_mark_stays_on_its_letter(String word, String expected) {
    assertThat(hex(forms.shapeText(word))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "أخبرونا كيف سارت الأمور",
        "آپ کا نام نہیں پوچھا جاتا",
        "محمّد شكرًا لا إله",
        "Hello 12 ś",
        "شارع 12ب، Flat 3"
      })
  void shaping_loses_and_adds_nothing(String text) {
    var back = Normalizer2.getNFKCInstance().normalize(forms.shapeText(text));
    assertThat(back).isEqualTo(Normalizer2.getNFKCInstance().normalize(text));
  }

  @Test
  void every_letter_of_arabic_and_urdu_that_joins_does() {
    for (var letter : "بتثجحخسشصضطظعغفقكلمنهيپچکگٹہھی".split("")) {
      var shaped = forms.shapeText(letter.repeat(3));
      assertThat(shaped.chars().map(it -> how(it)).toArray())
          .as(letter)
          .containsExactly(
              UCharacter.DecompositionType.INITIAL,
              UCharacter.DecompositionType.MEDIAL,
              UCharacter.DecompositionType.FINAL);
    }
  }

  private static int how(int character) {
    return UCharacter.getIntPropertyValue(character, UProperty.DECOMPOSITION_TYPE);
  }

  private static String hex(String text) {
    return String.join(" ", text.chars().mapToObj(it -> String.format("%04X", it)).toList());
  }
}
