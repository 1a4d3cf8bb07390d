package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every request of the folder {@code hostile}: the problem that it deserves, nothing stored,
 * nothing told to anybody, and no more memory than what it sent can account for.
 */
class HostileCorpusTest {
  private static final String CANARY = "canary-7b1f";
  private static final TableFixture FIXTURE = new TableFixture();
  private static final FormsFunction FUNCTION = FIXTURE.function();

  @BeforeAll
  static void putTheFormThatTakesAnything() {
    assertThat(FIXTURE.put("anything", Map.of("title", "Anything")).status()).isEqualTo(201);
  }

  static List<StoredRequest> all() {
    return StoredRequest.all();
  }

  static List<StoredRequest> texts() {
    return all().stream().filter(StoredRequest::isText).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void submit_answersTheProblemAndStoresNothing(StoredRequest stored) {
    isRefused(stored, stored.inBase64());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void submit_answersTheSame_whenTheGatewayTakesItForAText(StoredRequest stored) {
    isRefused(stored, stored.asText());
  }

  @ParameterizedTest
  @MethodSource("all")
  void submit_showsAPage_whenABrowserSentIt(StoredRequest stored) {
    Reply reply = stored.inBase64().header("accept", "text/html").send(FUNCTION);

    assertThat(reply.status()).isEqualTo(stored.status());
    assertThat(reply.header("content-type")).startsWith("text/html");
    assertThat(reply.body() + reply.headers()).doesNotContain(CANARY);
  }

  @Test
  void corpus_isThere_andNoTwoAreAlike() {
    assertThat(all()).hasSizeGreaterThan(150);
    assertThat(all()).extracting(StoredRequest::what).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("all")
  void submit_takesMemoryInProportion(StoredRequest stored) {
    assertThat(Allocations.areInProportion(FUNCTION, stored.inBase64())).isTrue();
  }

  private static void isRefused(StoredRequest stored, HttpCall call) {
    List<String> before = FIXTURE.dump();
    Set<String> files = FIXTURE.files.files().keySet();

    Reply reply = call.send(FUNCTION);

    assertThat(reply.status()).isEqualTo(stored.status());
    assertThat(reply.json()).containsKeys("type", "title", "detail", "instance", "errors");
    assertThat(reply.body() + reply.headers() + reply.log()).doesNotContain(CANARY);
    assertThat(FIXTURE.dump()).isEqualTo(before);
    assertThat(FIXTURE.files.files().keySet()).isEqualTo(files);
  }
}
