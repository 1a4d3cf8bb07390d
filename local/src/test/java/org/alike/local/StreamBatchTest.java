package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamBatchTest {
  private final Undelivered undelivered = new Undelivered(new JsonLines(null), Toy.CLOCK);
  private final List<String> handled = new ArrayList<>();

  @BeforeEach
  void forget() {
    ToyFunction.forgetAll();
  }

  @Test
  void batch_isDoneInOneGo_whenTheFunctionIsContent() throws Exception {
    deliver(mapping(2, true, true), 3);

    assertThat(sizes()).containsExactly(3);
    assertThat(handled).containsExactly("3");
  }

  @Test
  void rest_isDeliveredAgain_fromTheFirstReportedFailure() throws Exception {
    List<String> reports = new ArrayList<>(List.of("3", "4"));
    ToyFunction.behave(
        "StreamFunction",
        (event, context) -> reports.isEmpty() ? "{}" : failures(reports.remove(0), "4"));

    deliver(mapping(2, true, true), 4);

    assertThat(sizes()).containsExactly(4, 2, 1);
    assertThat(handled).containsExactly("2", "3", "4");
    assertThat(undelivered.messages()).isEmpty();
  }

  @Test
  void batch_isSplit_untilThePoisonIsAlone_andOrderIsKept() throws Exception {
    poison("3");

    deliver(mapping(2, true, true), 8);

    assertThat(undelivered.messages()).hasSize(1);
    JsonNode message = undelivered.messages().get(0).path("message");
    assertThat(message.at("/DDBStreamBatchInfo/startSequenceNumber").asText()).isEqualTo("3");
    assertThat(message.at("/DDBStreamBatchInfo/endSequenceNumber").asText()).isEqualTo("3");
    assertThat(message.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
    assertThat(handled).isSortedAccordingTo(java.util.Comparator.comparing(Integer::valueOf));
    assertThat(handled).endsWith("8").contains("2", "3");
  }

  @Test
  void wholeBatch_isGivenUp_withoutBisect() throws Exception {
    poison("3");

    deliver(mapping(1, false, true), 4);

    assertThat(sizes()).containsExactly(4, 4);
    JsonNode info = undelivered.messages().get(0).at("/message/DDBStreamBatchInfo");
    assertThat(info.path("batchSize").asInt()).isEqualTo(4);
    assertThat(handled).containsExactly("4");
  }

  @Test
  void unknownIdentifier_failsTheWholeBatch() throws Exception {
    List<String> reports = new ArrayList<>(List.of("", "nobody"));
    ToyFunction.behave(
        "StreamFunction",
        (event, context) -> reports.isEmpty() ? "{}" : failures(reports.remove(0)));

    deliver(mapping(5, false, true), 2);

    assertThat(sizes()).containsExactly(2, 2, 2);
    assertThat(handled).containsExactly("2");
  }

  @Test
  void reports_areIgnored_whenTheMappingDoesNotAskForThem() throws Exception {
    ToyFunction.behave("StreamFunction", (event, context) -> failures("1"));

    deliver(mapping(5, false, false), 2);

    assertThat(sizes()).containsExactly(2);
  }

  private static void poison(String sequenceNumber) {
    ToyFunction.behave(
        "StreamFunction",
        (event, context) -> {
          if (event.findValuesAsText("SequenceNumber").contains(sequenceNumber)) {
            throw new IllegalStateException("poison");
          }
          return "{}";
        });
  }

  private static String failures(String... sequenceNumbers) {
    var answer = Json.object();
    for (String number : sequenceNumbers) {
      answer.withArray("batchItemFailures").addObject().put("itemIdentifier", number);
    }
    return answer.toString();
  }

  private void deliver(Template.Mapping mapping, int records) throws InterruptedException {
    new StreamBatch(mapping, Toy.functions(), undelivered, Toy.CLOCK, 1)
        .deliver(
            "shard",
            IntStream.rangeClosed(1, records).mapToObj(StreamBatchTest::record).toList(),
            handled::add);
  }

  private static StreamRecord record(int number) {
    var json = Json.object();
    json.putObject("dynamodb").put("SequenceNumber", String.valueOf(number));
    return new StreamRecord(String.valueOf(number), json);
  }

  private static List<Integer> sizes() {
    return ToyFunction.seen("StreamFunction").stream().map(e -> e.path("Records").size()).toList();
  }

  private static Template.Mapping mapping(int retries, boolean bisect, boolean partial) {
    return new Template.Mapping(
        "M", "ThingsTable", "StreamFunction", 10, List.of(), retries, bisect, partial, "Failures");
  }
}
