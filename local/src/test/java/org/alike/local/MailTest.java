package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailTest {
  private final Outbox outbox = new Outbox(new JsonLines(null), () -> "m-1", Toy.CLOCK);
  private final Bus bus =
      new Bus(
          List.of(),
          new AsyncQueue(
              Toy.functions(),
              new Journal(new JsonLines(null)),
              new Undelivered(new JsonLines(null), Toy.CLOCK),
              Ids.RANDOM,
              Toy.CLOCK,
              1),
          Ids.RANDOM,
          Toy.CLOCK);
  private final AwsApi api = new AwsApi(bus, outbox, Toy.functions());

  @Test
  void mail_landsInTheOutbox_andCanBeFoundByItsRecipient() throws Exception {
    String mail =
        "{\"FromEmailAddress\":\"us\",\"Destination\":{\"ToAddresses\":[\"Ann@x.example\"]},"
            + "\"Content\":{\"Simple\":{\"Subject\":{\"Data\":\"Hi <b>\"},"
            + "\"Body\":{\"Text\":{\"Data\":\"go to http://localhost:1/c/t?a=1 now\"}}}}}";

    Reply reply = api.answer(post("/v2/email/outbound-emails", mail));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(new String(reply.body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"MessageId\":\"m-1\"}");
    List<JsonNode> found = outbox.mails("ann@x.example");
    assertThat(found).hasSize(1);
    assertThat(outbox.mails("bob@x.example")).isEmpty();
    assertThat(OutboxPage.html(found))
        .contains("Hi &lt;b&gt;")
        .contains("<a href=\"http://localhost:1/c/t?a=1\">");
  }

  @Test
  void unsignedRequest_isRefused() {
    ToyFunction.forgetAll();

    Reply reply = api.answer(Toy.request("POST", "/2015-03-31/functions/EchoFunction/invocations"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(ToyFunction.seen("EchoFunction")).isEmpty();
  }

  @Test
  void nonsense_isRefusedAsAwsWould() {
    assertThat(api.answer(post("/v2/email/outbound-emails", "{}")).status()).isEqualTo(400);
    assertThat(api.answer(post("/v2/email/outbound-emails", "no")).status()).isEqualTo(400);
    assertThat(api.answer(post("/else", "{}")).status()).isEqualTo(400);
  }

  @Test
  void putEvents_refusesWhatEventBridgeRefuses() throws Exception {
    JsonNode answer =
        bus.putEvents(
            Json.read(
                "{\"Entries\":[{\"Source\":\"a\",\"DetailType\":\"T\",\"Detail\":\"no json\"},"
                    + "{\"Source\":\"a\",\"DetailType\":\"T\",\"Detail\":\"[]\"},"
                    + "{\"DetailType\":\"T\",\"Detail\":\"{}\"},"
                    + "{\"Source\":\"a\",\"DetailType\":\"T\",\"Detail\":\"{}\"}]}"));

    assertThat(answer.path("FailedEntryCount").asInt()).isEqualTo(3);
    assertThat(answer.path("Entries").findValuesAsText("ErrorCode"))
        .containsExactly("MalformedDetail", "MalformedDetail", "InvalidArgument");
    assertThat(answer.at("/Entries/3/EventId").asText()).isNotEmpty();
  }

  private static Incoming post(String path, String body) {
    return new Incoming(
        "POST",
        path,
        "",
        Map.of("authorization", List.of("AWS4-HMAC-SHA256 Credential=any")),
        body.getBytes(StandardCharsets.UTF_8),
        "HTTP/1.1",
        "127.0.0.1");
  }
}
