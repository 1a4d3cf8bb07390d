package org.alike.wisdom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrgentHelpTest {
  private final UrgentHelp help = UrgentHelp.configured();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I want to kill myself",
        "Sometimes I don’t want to live any more.",
        "my husband says he wants to die",
        "I have been cutting myself, does it get better?",
        "Everyone would be better off without me",
        "thinking about suicide a lot",
        "I can't go on like this"
      })
  void selfHarm_isMetWithHelp(String words) {
    assertThat(help.neededBy(words)).get().extracting(h -> h.get("kind")).isEqualTo("self-harm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have chest pain and feel dizzy",
        "my mum can't breathe lying down",
        "He is choking on his food",
        "She took too many of her tablets",
        "I CAN NOT BREATHE"
      })
  void emergency_isMetWithHelp(String words) {
    assertThat(help.neededBy(words)).get().extracting(h -> h.get("kind")).isEqualTo("emergency");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have no chest pain, is it still lupus?",
        "I don't have any chest pain",
        "I had chest pain two years ago. What helps with tiredness?",
        "Is chest pain a symptom of lupus?",
        "What helps with drooling?",
        "How do I tell my kids?",
        "I am not suicidal, only tired"
      })
  void others_areNotInterrupted(String words) {
    assertThat(help.neededBy(words)).isEmpty();
  }

  @Test
  void help_hasAMessageAndLines() {
    Map<String, Object> shown = help.neededBy("I want to end my life").orElseThrow();

    assertThat(shown.get("message")).asString().contains("emergency number");
    assertThat((List<?>) shown.get("lines")).hasSizeGreaterThan(3);
  }
}
