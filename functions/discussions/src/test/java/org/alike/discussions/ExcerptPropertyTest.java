package org.alike.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.alike.kernel.Texts;

class ExcerptPropertyTest {
  @Property(tries = 500)
  void excerpt_isShortAndStorable_whateverTheText(@ForAll @StringLength(max = 600) String text) {
    String excerpt = Excerpt.of(text);

    assertThat(Texts.length(excerpt)).isLessThanOrEqualTo(247);
    assertThat(excerpt).doesNotContain("\n", "  ");
    assertThat(Texts.storable(excerpt) || !Texts.storable(text)).isTrue();
  }
}
