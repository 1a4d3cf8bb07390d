package org.alike.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void excerpt_isTheWholeText_whenItJustFits() {
    String text = "x".repeat(247);

    assertThat(Excerpt.of(text)).isEqualTo(text);
  }

  @Test
  void excerpt_endsBehindAWord_whenTheTextIsOneLonger() {
    assertThat(Excerpt.of("a".repeat(200) + " " + "b".repeat(47))).isEqualTo("a".repeat(200) + "…");
  }

  @Test
  void excerpt_keepsTheLastWord_whenItEndsExactlyAtTheLimit() {
    assertThat(Excerpt.of("a".repeat(200) + " " + "b".repeat(45) + " more words"))
        .isEqualTo("a".repeat(200) + " " + "b".repeat(45) + "…");
  }

  @Test
  void excerpt_cutsBetweenCodePoints_whenThereIsNoWordToCutAt() {
    String excerpt = Excerpt.of("🙂".repeat(300));

    assertThat(excerpt).isEqualTo("🙂".repeat(246) + "…");
  }

  @Test
  void excerpt_isOneLine_whenTheTextHasMany() {
    assertThat(Excerpt.of("one\n\n two\t\tthree\r\n")).isEqualTo("one two three");
  }
}
