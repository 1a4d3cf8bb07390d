package org.alike.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  @Test
  void answer_escapesEverything_whateverIsGiven() {
    String hostile = "<script>'\"&";

    Answer answer =
        HtmlPage.titled(hostile)
            .text(hostile)
            .list(List.of(hostile))
            .link(hostile, hostile)
            .form(
                new HtmlForm()
                    .hidden(hostile, hostile)
                    .choice(hostile, hostile, Map.of(hostile, hostile)),
                hostile,
                "https://example.org")
            .button(hostile, "https://example.org")
            .answer(422);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .doesNotContain("<script>")
        .contains("<h1>&lt;script&gt;&#39;&quot;&amp;</h1>");
  }

  @Test
  void answer_letsTheBrowserLoadNothingAndPostOnlyHere() {
    String policy =
        String.valueOf(
            HtmlPage.titled("Hello").answer(200).headers().get("content-security-policy"));

    assertThat(policy)
        .contains("default-src 'none'", "form-action 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }
}
