package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final byte[] KEY = new byte[32];
  private final Seal seal = new Seal(() -> KEY, "receipt");

  @Property
  void open_givesBackWhatWasClosed(@ForAll @Size(max = 100) byte[] content) {
    String sealed = seal.close(content);

    assertThat(seal.open(sealed)).hasValue(content);
    assertThat(seal.close(content)).isEqualTo(sealed);
  }

  @Property
  void open_refuses_whateverBitWasChanged(
      @ForAll @Size(min = 1, max = 60) byte[] content, @ForAll @IntRange(max = 10_000) int place) {
    byte[] bytes = Base64.getUrlDecoder().decode(seal.close(content));
    int bit = place % (bytes.length * 8);
    bytes[bit / 8] ^= (byte) (1 << bit % 8);

    assertThat(seal.open(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))).isEmpty();
  }

  @Property
  void open_refuses_whatIsNoTokenOfOurs(@ForAll String text) {
    assertThat(seal.open(text)).isEmpty();
  }

  @Test
  void open_refuses_whatWasSealedForAnotherPurposeOrByAnotherKey() {
    byte[] content = "content".getBytes(StandardCharsets.UTF_8);
    byte[] other = KEY.clone();
    other[0] = 1;

    assertThat(seal.open(new Seal(() -> KEY, "other").close(content))).isEmpty();
    assertThat(seal.open(new Seal(() -> other, "receipt").close(content))).isEmpty();
  }

  @Test
  void close_hidesTheContent_andOnlyOneSpellingOpens() {
    String sealed = seal.close("als-stories".getBytes(StandardCharsets.UTF_8));
    String bytes = new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.ISO_8859_1);

    assertThat(bytes).doesNotContain("als");
    assertThat(sealed).hasSize(52);
    assertThat(seal.open(sealed + "=")).isEmpty();
    assertThat(seal.open(sealed + "==")).isEmpty();
  }
}
