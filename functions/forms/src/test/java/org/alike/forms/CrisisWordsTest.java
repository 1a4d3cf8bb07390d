package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrisisWordsTest {
  private static final Crisis CRISIS = new Crisis();

  private static boolean found(String text) {
    return CRISIS.isIn(Stream.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I don't want to live any more",
        "I don\u2019t want to live.",
        "i dont wanna live like this",
        "I DO NOT WANT TO LIVE ANYMORE!!!",
        "She says she doesn't want to be here anymore",
        "I no longer want to live with this pain",
        "I don't want to wake up tomorrow",
        "Sometimes I want to kill myself.",
        "thinking about killing myself",
        "I feel suicidal",
        "my brother's suicide",
        "I'm going to end my life",
        "I just want to end it all",
        "I want to die",
        "ready to die, nothing left to live for",
        "they would be better off without me",
        "My husband has tried to take his own life",
        "life is not worth living",
        "I can't go on. Nobody answers",
        "I can't go on like this",
        "no reason to live",
        "self-harm",
        "self harming since March",
        "I am cutting myself again",
        "ＫＩＬＬ　ＭＹＳＥＬＦ",
        "sui\u00ADcidal",
        "suic\u200Didal",
        "I am not sure. I want to die",
        "I am not okay and I want to die",
        "No one knows that I want to die",
        "I never told anybody that I want to kill myself",
        "suicide gene therapy did not help and I want to die",
        "I took all my pills at once",
        "gonna kms",
        "Pienso en el suicidio",
        "quiero morir",
        "Quiero morirme ya",
        "No quiero vivir m\u00E1s",
        "ya no quiero seguir viviendo",
        "quitarme la vida",
        "no vale la pena vivir",
        "tengo ganas de matarme",
        "voy a hacerme da\u00F1o",
        "Ich will nicht mehr leben",
        "ich m\u00F6chte sterben",
        "Ich bringe mich um",
        "Selbstmordgedanken",
        "mir das Leben nehmen",
        "ich will mich umbringen",
        "Je veux mourir",
        "je n'ai plus envie de vivre",
        "mettre fin \u00E0 mes jours",
        "J'ai envie d'en finir",
        "je pense au suicide",
        "envie de me tuer",
        "quero morrer",
        "n\u00E3o quero mais viver",
        "tirar a minha vida",
        "quero me matar",
        "voglio morire",
        "non voglio pi\u00F9 vivere",
        "farla finita",
        "voglio uccidermi",
      })
  void found_whateverTheWordsAndTheSpelling(String text) {
    assertThat(found(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "suicide gene therapy",
        "A suicide inhibitor of the enzyme",
        "That was career suicide",
        "I do not want to die",
        "I don't want to die of ALS",
        "I am not ready to die",
        "I would never kill myself",
        "I don't really want to hurt myself",
        "I do not want to live in a home",
        "I don't want to live alone",
        "I don't want to live with my parents",
        "I don't want to be a burden",
        "I don't want to be here in the waiting room",
        "We can't go on holiday",
        "There is no reason to go to the doctor",
        "The diagnosis took my life into another direction",
        "I shot the ball; I shoot myself in the foot",
        "My mother wants to die at home",
        "I take all my pills in the morning",
        "I fell and hurt myself",
        "I cut myself with a knife in the kitchen",
        "This disease is killing me",
        "I live 20 kms from the clinic",
        "kill my selfish habits",
        "The skill myself and others have",
        "I want to diet",
        "Ich will \u00FCber das Sterben sprechen",
        "la terapia suicida con genes",
        "No quiero morir",
        "No quiero vivir en Madrid",
        "Este dolor va a matarme",
        "Ich will nicht sterben",
        "Il ne veut pas mourir",
        "Cette maladie va me tuer",
      })
  void notFound_whereTheWordsMeanSomethingElse(String text) {
    assertThat(found(text)).isFalse();
  }

  @Test
  void found_alsoWhereTheMachineSpeaksTurkish() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(found("SUICIDAL")).isTrue();
      assertThat(found("K\u0131ll myself")).isTrue();
      assertThat(found("\u0130 want to kill myself")).isTrue();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Property
  void found_whateverStandsAroundIt(@ForAll String before, @ForAll String after) {
    assertThat(found(before + ". I want to kill myself. " + after)).isTrue();
  }

  @Test
  void found_inATextOfAnyLength_withoutWaiting() {
    String hostile = "i dont want to ".repeat(17_000);

    assertThat(found(hostile)).isFalse();
    assertThat(found(hostile + "live")).isTrue();
  }

  @Test
  void words_areFoldedAsTheListsAreWritten() {
    assertThat(CrisisWords.of("D\u2019\u00EAtre l\u00E0, self-harm\u2026 Stra\u00DFe"))
        .isEqualTo(List.of("detre", "la", "", "self", "harm", "", "", "", "strasse", ""));
  }
}
