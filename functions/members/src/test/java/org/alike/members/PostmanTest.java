package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.alike.mail.Mail;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.StreamCall;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PostmanTest {
  private final House house = new House();

  private EventCall.Sent stream() {
    StreamCall call = new StreamCall();
    for (Map<String, AttributeValue> item : EmbeddedDynamo.items(house.name)) {
      call.inserted(item);
    }
    return call.send(house.mailer);
  }

  @Test
  void letter_isSentAndRemoved_whenTheStreamTellsOfIt() {
    house.take(house.maria());

    EventCall.Sent sent = stream();

    assertThat(sent.output()).isEqualTo("{\"batchItemFailures\":[]}");
    Mail.Message mail = house.mail.sent().get(0);
    assertThat(mail.to()).isEqualTo("maria@example.org");
    assertThat(mail.subject()).isEqualTo("Please confirm your address");
    assertThat(mail.text())
        .contains("https://api.alike.example/confirmations/", "It wasn't you?")
        .doesNotContainIgnoringCase("maria")
        .doesNotContainIgnoringCase("als ")
        .doesNotContain("zorgle", "Gehrig", "1970");
    assertThat(house.sortKeys()).containsExactlyInAnyOrder("pending", "latest", "token");
  }

  @Test
  void letter_isSentOnce_whenTheStreamTellsThriceAndTheSweepPassesBy() {
    house.take(house.maria());
    StreamCall call = new StreamCall();
    EmbeddedDynamo.items(house.name).forEach(call::inserted);
    call.send(house.mailer);
    call.send(house.mailer);
    house.sweep();
    call.send(house.mailer);

    assertThat(house.mail.sent()).hasSize(1);
  }

  @Test
  void letter_comesAgain_whenTheServiceCannotJustNow() {
    house.take(house.maria());
    house.mail.answering(Mail.Delivery.LATER);
    assertThat(stream().output()).contains("itemIdentifier");
    house.sweep();
    house.mail.answering(Mail.Delivery.ACCEPTED);

    house.sweep();

    assertThat(house.mail.sent()).hasSize(1);
  }

  @Test
  void letter_holdsNobodyUp_whenTheServiceRefusesIt() {
    house.take(house.maria());
    house.mail.answering(Mail.Delivery.REFUSED);
    assertThat(stream().output()).isEqualTo("{\"batchItemFailures\":[]}");
    house.mail.answering(Mail.Delivery.ACCEPTED);
    house.sweep();
    assertThat(house.mail.sent()).isEmpty();

    house.clock.advance(Duration.ofMinutes(2));
    house.sweep();

    assertThat(house.mail.sent()).hasSize(1);
  }

  @Test
  void letter_isOfNoUse_whenItsLinkHasExpired() {
    house.take(house.maria());
    house.clock.advance(Duration.ofDays(2));

    house.sweep();

    assertThat(house.mail.sent()).isEmpty();
  }
}
