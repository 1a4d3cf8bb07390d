package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.alike.kernel.Body;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {
  private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

  @Property(tries = 300)
  void urlEncoded_comesBackAsSent(@ForAll("entries") List<Entry> entries) {
    String body =
        entries.stream()
            .map(entry -> encode(entry.name()) + "=" + encode(entry.value()))
            .collect(Collectors.joining("&"));

    assertThat(UrlEncoded.read(bytes(body))).isEqualTo(entries);
  }

  @Property(tries = 300)
  void multipart_comesBackAsSent(@ForAll("entries") List<Entry> entries) {
    StringBuilder body = new StringBuilder();
    for (Entry entry : entries) {
      body.append("--").append(BOUNDARY);
      body.append("\r\nContent-Disposition: form-data; name=\"");
      body.append(entry.name().replace("\"", "%22")).append("\"\r\n\r\n");
      body.append(entry.value()).append("\r\n");
    }
    body.append("--").append(BOUNDARY).append("--\r\n");

    assertThat(Multipart.read(bytes(body.toString()), "multipart/form-data; boundary=" + BOUNDARY))
        .isEqualTo(entries);
  }

  @Property(tries = 300)
  void readers_endInAFailureAtWorst_whateverTheBytes(@ForAll byte[] bytes) {
    endsWell(() -> UrlEncoded.read(bytes));
    endsWell(() -> Multipart.read(bytes, "multipart/form-data; boundary=x"));
  }

  @Property(tries = 300)
  void multipart_endsInAFailureAtWorst_whereverItIsCut(
      @ForAll("entries") List<Entry> entries, @ForAll int at) {
    String whole =
        entries.stream()
            .map(e -> "--x\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n" + e.value())
            .collect(Collectors.joining("\r\n"));
    byte[] bytes = bytes(whole + "\r\n--x--");
    byte[] cut = Arrays.copyOf(bytes, Math.floorMod(at, bytes.length));

    endsWell(() -> Multipart.read(cut, "multipart/form-data; boundary=x"));
  }

  @Property(tries = 300)
  void headerParameters_endInAFailureAtWorst(@ForAll String header) {
    endsWell(() -> HeaderParameters.of(header));
  }

  @Provide
  Arbitrary<List<Entry>> entries() {
    Arbitrary<String> names =
        Arbitraries.strings()
            .withCharRange(' ', '$')
            .withCharRange('&', '~')
            .withChars("\u00E9\u4E2D")
            .ofMaxLength(12);
    Arbitrary<String> values =
        Arbitraries.of(
                "", " ", "\r\n", "\uD83D\uDC4B\uD83C\uDFFD", "%", "&=+;", "\"", "--", "\u0000")
            .list()
            .ofMaxSize(6)
            .map(parts -> String.join("", parts));
    Arbitrary<String> texts = Arbitraries.strings().withCharRange(' ', '\uD7FF').ofMaxLength(20);
    return Combinators.combine(names, Arbitraries.oneOf(values, texts))
        .as(Entry::text)
        .list()
        .ofMaxSize(12);
  }

  @Test
  void urlEncoded_isLenient_whereBrowsersAre() {
    assertThat(UrlEncoded.read(bytes("&a&b=&=c&d=1=2&e=100%&f=%zz&")))
        .containsExactly(
            Entry.text("a", ""),
            Entry.text("b", ""),
            Entry.text("", "c"),
            Entry.text("d", "1=2"),
            Entry.text("e", "100%"),
            Entry.text("f", "%zz"));
  }

  @Test
  void urlEncoded_isRefused_whenItIsNotUtf8() {
    assertThatThrownBy(() -> UrlEncoded.read(bytes("a=%FF"))).isInstanceOf(Failure.class);
    assertThatThrownBy(() -> UrlEncoded.read(bytes("a=%ED%A0%80"))).isInstanceOf(Failure.class);
  }

  @Test
  void multipart_skipsAFieldWithoutAFile_andMarksOneWithAFile() {
    String none =
        part("name=\"photo\"; filename=\"\"\r\nContent-Type: application/octet-stream", "");
    String file = part("name=\"photo\"; filename=\"a.png\"\r\nContent-Type: image/png", "PNG");
    String star = part("name=\"photo\"; filename*=UTF-8''a.png", "PNG");

    assertThat(multipart(none)).isEmpty();
    assertThat(multipart(file)).extracting(Entry::kind).containsExactly(Entry.Kind.FILE);
    assertThat(multipart(star)).extracting(Entry::kind).containsExactly(Entry.Kind.FILE);
  }

  @Test
  void multipart_ignoresWhatIsAroundIt_andWhatTheDelimiterIsPaddedWith() {
    String body = "preamble\r\n" + part("name=\"a\"", "-x--") + "--x--\r\nepilogue";

    assertThat(Multipart.read(bytes(body), "multipart/form-data; boundary=\"x\""))
        .containsExactly(Entry.text("a", "-x--"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--x",
        "--x\r\n",
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb",
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n--x--",
        "--x\r\n\r\nb\r\n--x--",
        "--x\r\nContent-Disposition: form-data\r\n\r\nb\r\n--x--",
        "--x\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nb\r\n--x--",
        "--x\r\nContent-Disposition: form-data; name=\"a\r\n\r\nb\r\n--x--",
        "--x\r\nContent-Disposition: form-data; name=\"a\"b\r\n\r\nb\r\n--x--",
        "--x\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\nb\r\n--x--",
        "--x\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\nb\r\n--x--",
        "--x\r\nContent-Disposition: form-data; name=a\r\nContent-Type: text/plain; charset=utf-16\r\n\r\nb\r\n--x--",
        "--y\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--y--",
      })
  void multipart_isRefused_whenItIsNotWellFormed(String body) {
    assertThatThrownBy(() -> Multipart.read(bytes(body), "multipart/form-data; boundary=x"))
        .isInstanceOf(Failure.class);
  }

  @Test
  void json_keepsOrderRepetitionAndText_ofEveryKindOfValue() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("b", List.of("1", "", 2));
    object.put("a", true);
    object.put("n", Map.of("x", 1));

    assertThat(json(Json.write(object)))
        .containsExactly(
            Entry.text("b", "1"),
            Entry.text("b", ""),
            new Entry("b", "2", Entry.Kind.NUMBER),
            new Entry("a", "true", Entry.Kind.FLAG),
            new Entry("n", "", Entry.Kind.OTHER));
  }

  private static List<Entry> json(String body) {
    return FormBody.read(
        new Request(
            "id",
            "POST /f/{form}",
            "POST",
            "/f/contact",
            Map.of(),
            Map.of(),
            Map.of("content-type", "application/json"),
            Body.ofText(body),
            "",
            Optional.empty(),
            Instant.EPOCH));
  }

  private static List<Entry> multipart(String parts) {
    return Multipart.read(bytes(parts + "--x--\r\n"), "multipart/form-data; boundary=x");
  }

  private static String part(String disposition, String content) {
    return "--x \t\r\nContent-Disposition: form-data; "
        + disposition
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  private static void endsWell(ThrowingCallable reading) {
    Throwable thrown = catchThrowable(reading);
    assertThat(thrown == null || thrown instanceof Failure).isTrue();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
