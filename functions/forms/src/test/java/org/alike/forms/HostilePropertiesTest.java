package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.alike.kernel.Environment;
import org.alike.kernel.Ids;
import org.alike.kernel.Json;
import org.alike.kernel.Texts;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MovableClock;
import org.alike.testkit.Reply;

/**
 * Hostile requests that nobody thought of: those of the corpus and good ones, changed at random.
 */
class HostilePropertiesTest {

  /** What means something to somebody who reads a form. */
  private static final List<String> WORDS =
      List.of(
          "%",
          "%0",
          "%00",
          "%0D%0A",
          "&",
          "=",
          "\r\n",
          "\r\n--x",
          "--x--",
          "\r\n\r\n",
          "\"",
          "\\",
          "\\u0000",
          "\\ud800",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "null",
          "1e999",
          "\u0000",
          "\u202e",
          "__proto__",
          "_next=//a",
          "_subject=",
          "_gotcha=1",
          "fields[",
          "access_key=anything&",
          "filename=\"a\"",
          "charset=utf-16",
          "content-disposition:",
          "Content-Type: multipart/a");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "multipart/form-data",
          "multipart/form-data; boundary=\"",
          "application/json; charset=\"utf-8",
          "text/plain",
          ";",
          "");

  private static final List<String> HEADERS =
      List.of(
          "accept",
          "origin",
          "referer",
          "idempotency-key",
          "formspree-session-data",
          "sec-fetch-dest",
          "x-requested-with",
          "content-encoding",
          "if-match",
          "host");

  private static final List<StoredRequest> SEEDS =
      Stream.concat(StoredRequest.all().stream(), good()).toList();

  private final MovableClock clock = MovableClock.atNoon();
  private final InMemorySubmissionStore store = new InMemorySubmissionStore(clock);
  private final InMemoryFormStore forms = new InMemoryFormStore();
  private final FormsFunction function = function();

  /** A change of a body: so much is taken out at some place, and something is put there. */
  record Edit(int at, int out, String in) {
    byte[] of(byte[] body) {
      int from = Math.floorMod(at, body.length + 1);
      int to = Math.min(body.length, from + out);
      ByteArrayOutputStream edited = new ByteArrayOutputStream();
      edited.write(body, 0, from);
      edited.writeBytes(in.getBytes(StandardCharsets.UTF_8));
      edited.write(body, to, body.length - to);
      return edited.toByteArray();
    }
  }

  @Property(tries = 10_000)
  void submit_keepsNothingThatItRefuses_andNothingUnfit(
      @ForAll("seeds") StoredRequest seed,
      @ForAll("edits") List<Edit> edits,
      @ForAll("headers") Map<String, String> headers) {
    byte[] body = seed.body();
    for (Edit edit : edits) {
      body = edit.of(body);
    }
    Map<String, String> all = new LinkedHashMap<>(seed.headers());
    all.putAll(headers);

    isAnsweredWell(new StoredRequest("", 0, "", seed.path(), all, body));
  }

  @Property(tries = 1_000)
  void submit_readsBytesOfAnyKind(@ForAll byte[] body, @ForAll("types") String type) {
    isAnsweredWell(new StoredRequest("", 0, "", "/f/anything", Map.of("content-type", type), body));
  }

  @Property(tries = 1_000)
  void submit_readsJsonOfAnyShape(@ForAll("objects") Map<String, Object> object) {
    byte[] body = Json.write(object).getBytes(StandardCharsets.UTF_8);

    isAnsweredWell(
        new StoredRequest(
            "", 0, "", "/f/anything", Map.of("content-type", "application/json"), body));
  }

  private void isAnsweredWell(StoredRequest request) {
    HttpCall call = request.inBase64();

    Reply reply = call.send(function);

    List<Submission> kept = store.kept();
    boolean taken = reply.status() == 200 || reply.status() == 303;
    assertThat(taken || (reply.status() >= 400 && reply.status() < 500)).isTrue();
    assertThat(kept).hasSize(taken ? 1 : 0);
    assertThat(kept).allMatch(HostilePropertiesTest::isStorable);
    assertThat(reply.headers().values()).allMatch(Texts::storableLine);
    assertThat(reply.headers().getOrDefault("location", "https://alike.example/"))
        .matches("(https://alike\\.example|/receipts)/.*");
    assertThat(Allocations.areInProportion(function, call)).isTrue();
    store.forget();
  }

  private static boolean isStorable(Submission submission) {
    return Stream.of(submission.subject(), submission.replyTo(), submission.language())
            .flatMap(Optional::stream)
            .allMatch(Texts::storableLine)
        && submission.values().stream()
            .allMatch(value -> Texts.storableLine(value.name()) && Texts.storable(value.value()));
  }

  @Provide
  Arbitrary<StoredRequest> seeds() {
    return Arbitraries.of(SEEDS);
  }

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.of(TYPES);
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    Arbitrary<String> texts = Arbitraries.strings().all().ofMaxLength(5);
    Arbitrary<Integer> lengths =
        Arbitraries.oneOf(Arbitraries.integers().between(0, 3), Arbitraries.of(1_000_000));
    return Combinators.combine(
            Arbitraries.integers().between(0, 1 << 18),
            lengths,
            Arbitraries.oneOf(Arbitraries.of(WORDS), texts))
        .as(Edit::new)
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<Map<String, String>> headers() {
    Arbitrary<String> words = Arbitraries.of(WORDS);
    Arbitrary<String> values =
        Arbitraries.oneOf(
            words, Arbitraries.of("", "text/html", "application/json", "empty", "gzip", "null"));
    Arbitrary<Map<String, String>> others =
        Arbitraries.maps(Arbitraries.of(HEADERS), values).ofMaxSize(3);
    Arbitrary<Map<String, String>> typed = types().map(type -> Map.of("content-type", type));
    return Arbitraries.frequencyOf(Tuple.of(4, others), Tuple.of(1, typed));
  }

  @Provide
  Arbitrary<Map<String, Object>> objects() {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            Arbitraries.of(WORDS).map(Object.class::cast),
            Arbitraries.strings().all().ofMaxLength(8).map(Object.class::cast),
            Arbitraries.of(true, false, 0, -1, Long.MAX_VALUE, 1e300, 0.1).map(Object.class::cast));
    Arbitrary<Object> values =
        Arbitraries.recursive(
            () -> leaves, inner -> inner.list().ofMaxSize(3).map(Object.class::cast), 0, 5);
    Arbitrary<String> names =
        Arbitraries.oneOf(Arbitraries.of(WORDS), Arbitraries.strings().all().ofMaxLength(4));
    return Arbitraries.maps(names, values).ofMaxSize(6);
  }

  private static Stream<StoredRequest> good() {
    String part =
        "--x\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\nHello\r\n--x--\r\n";
    String signup = "email=maria%40example.org&displayName=Maria&conditions=ALS&consent=2026-11";
    return Stream.of(
        good("anything", TYPES.get(0), "{\"message\":[\"Hello\",1]}"),
        good("anything", TYPES.get(1), "message=Hello&_next=thanks.html&_subject=Hi&_gotcha="),
        good("anything", TYPES.get(2), part),
        good("signup", TYPES.get(1), signup));
  }

  private static StoredRequest good(String form, String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new StoredRequest("", 0, "", "/f/" + form, Map.of("content-type", type), bytes);
  }

  private FormsFunction function() {
    Map<String, Object> anything = Map.of("title", "Anything");
    forms.put(FormReader.read("anything", anything).at(1), "the-owner", clock.instant());
    return new FormsFunction(
        Environment.of(Map.of("SITE_URL", "https://alike.example", "MINIMUM_AGE", "16")),
        forms,
        store,
        PartialStore.NONE,
        new InMemoryUploadStore(),
        new InMemoryFileStore(),
        id -> Optional.empty(),
        () -> new byte[32],
        new Random(1),
        new Ids(clock, new Random(1)),
        clock);
  }
}
