package org.alike.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class CursorsTest {
  private final Cursors cursors = new Cursors(() -> new byte[32]);

  @Property
  void open_givesThePlaceBack_forTheBindingItWasMadeFor(
      @ForAll String binding,
      @ForAll @NotEmpty List<@AlphaChars @NumericChars @StringLength(max = 60) String> place) {
    if (place.size() <= 8) {
      assertThat(cursors.open(binding, cursors.seal(binding, place))).isEqualTo(place);
    }
  }

  @Property
  void open_isRefused_whenOneBitDiffers(@ForAll @IntRange(max = 8 * 24 - 1) int bit) {
    String cursor = cursors.seal("feed:als:m1", List.of("2026-11", "id"));
    byte[] bytes = Base64.getUrlDecoder().decode(cursor);
    bytes[bit / 8] ^= (byte) (1 << (bit % 8));

    refused("feed:als:m1", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Property
  void open_isRefused_whateverElseIsSent(@ForAll String cursor) {
    refused("feed:als:m1", cursor);
  }

  @Property
  void open_isRefused_whenTheBindingIsAnother(@ForAll String other) {
    if (!other.equals("feed")) {
      refused(other, cursors.seal("feed", List.of("x")));
    }
  }

  @Property(tries = 20)
  void open_isRefused_whenTheKeyIsAnother(@ForAll byte key) {
    if (key != 0) {
      byte[] other = new byte[32];
      other[0] = key;
      refused("feed", new Cursors(() -> other).seal("feed", List.of("x")));
    }
  }

  private void refused(String binding, String cursor) {
    assertThatThrownBy(() -> cursors.open(binding, cursor))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.MALFORMED));
  }
}
