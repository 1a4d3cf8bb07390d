package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What site and form say of consent and age is what the template is set to. */
class SiteTextsTest {
  @Test
  void form_asksForTheCurrentVersion() throws IOException {
    Path form = Path.of("../functions/forms/src/main/resources/forms/signup.json");
    var fields = new ObjectMapper().readTree(form.toFile()).path("schema").path("properties");

    assertThat(fields.path("consent").path("const").asText()).isEqualTo(current());
  }

  @ParameterizedTest
  @CsvSource({
    "settings.js, 'minimumAge: ([0-9]+)'",
    "signup.html, 'from <span data-minimum-age>([0-9]+)'",
    "signup.html, 'be <span data-minimum-age>([0-9]+)'"
  })
  void site_saysTheLeastAge(String file, String age) throws IOException {
    assertThat(found(file, age)).isEqualTo(parameter("MinimumAge"));
  }

  @ParameterizedTest
  @CsvSource({
    "signup.html, 'name=\"consent\" value=\"([^\"]+)\"'",
    "js/account-consent.js, 'VERSION = \"([^\"]+)\"'"
  })
  void site_sendsTheCurrentVersion(String file, String version) throws IOException {
    assertThat(found(file, version)).isEqualTo(current());
  }

  @Test
  void text_isTheSame_whereverItIsAgreedTo() throws IOException {
    assertThat(found("js/account-consent.js", "TEXT =\\s*\"([^\"]+)\""))
        .isEqualTo(found("signup.html", "id=\"consent-name\">([^<]+)<"));
  }

  private static String found(String file, String pattern) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(Files.readString(Path.of("../site", file)));
    assertThat(found.find()).as(file).isTrue();
    return found.group(1);
  }

  private static String current() {
    String versions = parameter("ConsentVersions");
    return versions.substring(versions.lastIndexOf(',') + 1);
  }

  private static String parameter(String name) {
    Map<String, Object> template = TemplateYaml.read(Path.of("../template.yaml"));
    return String.valueOf(TemplateYaml.map(template, "Parameters", name).get("Default"));
  }
}
