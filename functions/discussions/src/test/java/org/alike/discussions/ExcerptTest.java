package org.alike.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.alike.kernel.Texts;
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

  @Property(tries = 500)
  void excerpt_isShortAndStorable_whateverTheText(@ForAll @StringLength(max = 600) String text) {
    String excerpt = Excerpt.of(text);

    assertThat(Texts.length(excerpt)).isLessThanOrEqualTo(247);
    assertThat(excerpt).doesNotContain("\n", "  ");
    assertThat(Texts.storable(excerpt) || !Texts.storable(text)).isTrue();
  }
}
