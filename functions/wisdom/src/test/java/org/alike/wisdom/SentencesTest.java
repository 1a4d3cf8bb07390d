package org.alike.wisdom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
  @Test
  void text_isCutAtSentencesPointsAndLines() {
    assertThat(
            Sentences.ofPage("First of all, rest. Then see Dr. Smith soon!\n- A point of a list."))
        .containsExactly(
            List.of("First of all, rest.", "Then see Dr. Smith soon!"),
            List.of("A point of a list."));
  }

  @Test
  void point_standsWithTheWordsThatOpenItsList() {
    assertThat(
            Sentences.ofPage(
                "Here it is now. You may notice:\n- pain\n- weak hands, or feet\nThen it ends."))
        .containsExactly(
            List.of("Here it is now.", "You may notice:", Sentences.GAP, "weak hands, or feet"),
            List.of("Then it ends."));
  }

  @Test
  void heading_isLeftOut_andSoIsHalfASentenceBelowIt() {
    assertThat(
            Sentences.ofPage(
                "Medicines for it\n- rest in the dark\nShe surely has MS. He has not got it."))
        .containsExactly(
            List.of(Sentences.GAP), List.of("She surely has MS.", "He has not got it."));
  }

  @Test
  void sentence_isLeftOut_whenTooShortOrTooLong() {
    assertThat(Sentences.ofPage("Yes. " + "Long ".repeat(90) + "indeed. This one is fine."))
        .containsExactly(List.of(Sentences.GAP, Sentences.GAP, "This one is fine."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I take 50 mg of it every morning",
        "They put me on 2.5ml at night",
        "Two tablets before bed worked for me",
        "Half a pill was enough for me at first",
        "I needed 10-20 units after dinner",
        "Just three times a day did it for me",
        "Write to me at sam@mail.example please",
        "Look at https://cure.example for this",
        "Call me on 0171 555 0199 any time"
      })
  void memberSentence_isNotQuoted_whenItStatesAnAmountOrAContact(String sentence) {
    assertThat(Sentences.ofPost("Hello to all of you. " + sentence + ".").get(0))
        .contains("Hello to all of you.")
        .noneMatch(kept -> kept.contains(sentence));
  }

  @Test
  void memberSentence_isQuoted_whenItStatesNoAmount() {
    assertThat(Sentences.ofPost("It took two years and three doctors to find out."))
        .containsExactly(List.of("It took two years and three doctors to find out."));
  }
}
