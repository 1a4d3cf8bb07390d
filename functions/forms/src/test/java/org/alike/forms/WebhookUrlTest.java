package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://",
        "http://www.example.org/",
        "ftp://www.example.org/",
        "//www.example.org/",
        "https://example",
        "https://localhost/",
        "https://a.localhost/",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0177.0.0.1/",
        "https://127.1/",
        "https://1.2.3/",
        "https://[::1]/",
        "https://[::ffff:169.254.169.254]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://good.org@evil.org/",
        "https://user:password@example.org/",
        "https://example.org/#part",
        "https://example.org:22/",
        "https://example.org:0/",
        "https://example.org:70000/",
        "https://example.org:80/",
        "https://exa mple.org/",
        "https://example.org/\r\nhost: evil",
        "https:\\\\example.org\\",
        "https://ex\u00E4mple.org/",
        "https://example.org%00.evil.org/",
        "https://printer.local/",
        "https://metadata.google.internal/",
        "javascript:alert(1)",
        "https:example.org",
        "https://example.org./",
        "https://_hook.example.org/",
        "https://-a.example.org:443/"
      })
  void url_isRefused(String text) {
    assertThat(WebhookUrl.parse(text, false)).isEmpty();
  }

  @Test
  void url_isTaken_andSaysWhereTo() {
    WebhookUrl url = WebhookUrl.parse("https://Hooks.Example.org/a%20b?c=d&e=%C3%A4", false).get();
    WebhookUrl bare = WebhookUrl.parse("https://xn--bcher-kva.example:8443", false).get();

    assertThat(url.host()).isEqualTo("hooks.example.org");
    assertThat(url.port()).isEqualTo(443);
    assertThat(url.target()).isEqualTo("/a%20b?c=d&e=%C3%A4");
    assertThat(url.authority()).isEqualTo("hooks.example.org");
    assertThat(bare.target()).isEqualTo("/");
    assertThat(bare.authority()).isEqualTo("xn--bcher-kva.example:8443");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:4000/x", "http://127.0.0.1:4000", "https://localhost/"})
  void loopback_isTaken_onlyWhereItIsAllowed(String text) {
    assertThat(WebhookUrl.parse(text, true)).isPresent();
    assertThat(WebhookUrl.parse(text, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://192.168.0.1/", "http://www.example.org/", "http://169.254.169.254/"})
  void elsewhere_isRefused_evenWhereLoopbackIsAllowed(String text) {
    assertThat(WebhookUrl.parse(text, true)).isEmpty();
  }

  @Test
  void url_isRefused_whenItIsLong() {
    assertThat(WebhookUrl.parse("https://a.org/" + "x".repeat(486), false)).isPresent();
    assertThat(WebhookUrl.parse("https://a.org/" + "x".repeat(487), false)).isEmpty();
  }
}
