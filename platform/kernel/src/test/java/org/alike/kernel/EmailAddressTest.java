package org.alike.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "'  Anna@Example.ORG ', anna@example.org",
    "MAIL@EXAMPLE.ORG, mail@example.org",
    "anna@bücher.example, anna@xn--bcher-kva.example",
    "anna@BÜCHER.example, anna@xn--bcher-kva.example",
    "anna@xn--bcher-kva.example, anna@xn--bcher-kva.example",
    "ａｎｎａ＠ｅｘａｍｐｌｅ．ｏｒｇ, anna@example.org",
    "a.b+tag@sub.example.org, a.b+tag@sub.example.org",
  })
  void parse_findsTheSameMailbox_howeverItIsTyped(String typed, String identity) {
    assertThat(EmailAddress.parse(typed).map(EmailAddress::identity)).contains(identity);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "anna",
        "@example.org",
        "anna@",
        "anna@example",
        "anna@example.org\r\nBcc: all@example.org",
        "an na@example.org",
        "anna@exa mple.org",
        "anna@@example.org",
        "a@b@example.org",
        ".anna@example.org",
        "an..na@example.org",
        "anna@example..org",
        "anna@.example.org",
        "anna@example.org.",
        "anna@127.0.0.1",
        "anna@[127.0.0.1]",
        "anna@-example.org",
        "anna@stra\u00DFe.example",
        "an\u200Dna@example.org",
        "an\u0000na@example.org",
        "\uD800@example.org",
        "\"anna\"@example.org",
        "Anna <anna@example.org>"
      })
  void parse_findsNothing_whenNoMailCanBeSentThere(String typed) {
    assertThat(EmailAddress.parse(typed)).isEmpty();
  }

  @Test
  void parse_keepsLookAlikesApart_whenOnlyTheShapeIsTheSame() {
    String cyrillic = EmailAddress.parse("\u0430nna@example.org").orElseThrow().identity();
    String dotless = EmailAddress.parse("ma\u0131l@example.org").orElseThrow().identity();

    assertThat(cyrillic).isNotEqualTo("anna@example.org");
    assertThat(dotless).isNotEqualTo("mail@example.org");
  }

  @Test
  void parse_isNotExact_whenTheLocalPartOnlyFoldsIntoTheIdentity() {
    assertThat(EmailAddress.parse("Sam@example.org").orElseThrow().exact()).isTrue();
    assertThat(EmailAddress.parse("\u017Fam@example.org"))
        .contains(new EmailAddress("sam@example.org", false));
    assertThat(EmailAddress.parse("\u212Aim@example.org"))
        .contains(new EmailAddress("kim@example.org", false));
  }

  @Test
  void parse_doesNotDependOnTheMachine_whenItsLanguageIsTurkish() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(EmailAddress.parse("MAIL@EXAMPLE.ORG").orElseThrow().identity())
          .isEqualTo("mail@example.org");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Property
  void parse_findsTheSameMailbox_whenCaseOrNormalFormDiffer(
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String letters) {
    String typed = "\u00E9" + letters + "@example.org";
    Optional<String> identity = EmailAddress.parse(typed).map(EmailAddress::identity);

    assertThat(identity).isPresent();
    assertThat(identity(typed.toUpperCase(Locale.ROOT))).isEqualTo(identity);
    assertThat(identity(Normalizer.normalize(typed, Normalizer.Form.NFD))).isEqualTo(identity);
  }

  @Property
  void parse_neverFails_andFindsItsOwnIdentityAgain(@ForAll String local, @ForAll String domain) {
    Optional<EmailAddress> address = EmailAddress.parse(local + "@" + domain + ".org");

    address.ifPresent(
        found ->
            assertThat(EmailAddress.parse(found.identity()))
                .contains(new EmailAddress(found.identity(), true)));
  }

  private static Optional<String> identity(String typed) {
    return EmailAddress.parse(typed).map(EmailAddress::identity);
  }
}
