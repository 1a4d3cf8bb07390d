package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitePagesTest {
  private final SitePages site;

  SitePagesTest(@TempDir Path folder) throws IOException {
    Path root = Files.createDirectories(folder.resolve("site/js"));
    Files.writeString(root.resolve("a.js"), "let a");
    Files.writeString(folder.resolve("site/page.html"), "<p>");
    Files.writeString(folder.resolve("site/.hidden"), "h");
    Files.writeString(folder.resolve("secret.txt"), "s");
    site = new SitePages(folder.resolve("site"));
  }

  @Test
  void file_isServedWithItsTypeAndAPolicy_andNotAgainUnchanged() {
    Reply first = find(Toy.request("GET", "/js/a.js"));

    assertThat(header(first, "content-type")).startsWith("text/javascript");
    assertThat(header(first, "content-security-policy")).contains("default-src 'self'");
    Reply second = find(Toy.request("GET", "/js/a.js", "if-none-match", header(first, "etag")));
    assertThat(second.status()).isEqualTo(304);
  }

  @Test
  void start_leadsToTheConditionPage() {
    Reply start = find(Toy.request("GET", "/"));

    assertThat(header(start, "location"))
        .isEqualTo("/condition.html?c=amyotrophic-lateral-sclerosis");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/conditions",
        "/js",
        "/js/",
        "/.hidden",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/js/..%2f..%2fsecret.txt",
        "/js/../../secret.txt",
        "//etc/passwd",
        "/%00",
        "/page.html/x",
      })
  void everythingElse_isLeftToTheApi(String path) {
    assertThat(site.find(Toy.request("GET", path))).isNull();
  }

  @Test
  void post_isLeftToTheApi() {
    assertThat(site.find(Toy.request("POST", "/page.html"))).isNull();
  }

  private Reply find(Incoming request) {
    return Objects.requireNonNull(site.find(request));
  }

  private static String header(Reply reply, String name) {
    return reply.headers().stream()
        .filter(header -> header.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
