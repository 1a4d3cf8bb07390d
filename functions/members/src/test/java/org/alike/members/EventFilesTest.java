package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.testkit.CapturingContext;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The files under {@code events/members} do what their names say. */
class EventFilesTest {
  private static final Path FOLDER = Path.of("../../events/members");
  private static final Set<String> USED =
      Set.of(
          "signup-accepted.json",
          "signup-corrected.json",
          "signup-withdrawn.json",
          "show-confirmation.json",
          "confirm.json",
          "show-me.json",
          "unresolved-words.json",
          "change-me.json",
          "list-my-consents.json",
          "decide-consent.json",
          "export-me.json",
          "show-member.json",
          "thread-posted.json",
          "reply-posted.json",
          "post-removed.json",
          "member-erased.json",
          "erase-me.json",
          "resend-confirmation.json",
          "ask-address.json",
          "show-address.json",
          "cancel-address.json",
          "list-blocks.json",
          "block.json",
          "unblock.json",
          "ask-introduction.json",
          "list-introductions.json",
          "answer-introduction.json",
          "alike-joined.json",
          "publish-members.json",
          "send-letters.json",
          "sweep-letters.json",
          "sign-in.json");
  private final House house = new House();

  @Test
  void everyFile_isUsedHere() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrderElementsOf(USED);
    }
  }

  @Test
  void signupAccepted_leavesALetter_thatSweepLettersSends() throws IOException {
    send("signup-accepted.json", house.subscriber);
    send("sweep-letters.json", house.mailer);

    assertThat(house.mail.sent()).hasSize(1);
    assertThat(house.sortKeys()).containsExactlyInAnyOrder("pending", "latest", "token");
  }

  @Test
  void signupCorrected_andThenWithdrawn_endsItsLink() throws IOException {
    send("signup-accepted.json", house.subscriber);
    send("signup-corrected.json", house.subscriber);
    assertThat(house.dump()).anyMatch(item -> item.contains("Maria M."));

    send("signup-withdrawn.json", house.subscriber);

    assertThat(house.sortKeys()).containsExactlyInAnyOrder("latest", "token");
  }

  @Test
  void sendLetters_sendsALetterThatIsThere_andNothingOnceItIsGone() throws IOException {
    put(letter());

    assertThat(send("send-letters.json", house.mailer)).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(send("send-letters.json", house.mailer)).isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(house.mail.sent()).hasSize(1);
    assertThat(house.dump()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "show-confirmation.json, 404",
    "confirm.json, 404",
    "show-me.json, 404",
    "change-me.json, 404",
    "list-my-consents.json, 404",
    "decide-consent.json, 404",
    "export-me.json, 404",
    "show-member.json, 403",
    "ask-address.json, 404",
    "show-address.json, 404",
    "cancel-address.json, 404",
    "block.json, 404",
    "unblock.json, 404",
    "ask-introduction.json, 404",
    "answer-introduction.json, 404"
  })
  void request_findsNothing_inAnEmptyTable(String file, int status) throws IOException {
    assertThat(Json.trusted(send(file, house.members))).containsEntry("statusCode", status);
  }

  @Test
  void eraseMe_isAnswered_evenInAnEmptyTable() throws IOException {
    assertThat(Json.trusted(send("erase-me.json", house.members))).containsEntry("statusCode", 204);
  }

  @Test
  void lists_areEmpty_inAnEmptyTable() throws IOException {
    for (String file : List.of("list-blocks.json", "list-introductions.json")) {
      assertThat(Json.trusted(send(file, house.members)))
          .containsEntry("statusCode", 200)
          .containsEntry("body", "{\"items\":[]}");
    }
  }

  @Test
  void resendConfirmation_leavesALetter_thatIsNoMailForAnUnknownAddress() throws IOException {
    assertThat(Json.trusted(send("resend-confirmation.json", house.members)))
        .containsEntry("statusCode", 202);
    assertThat(house.dump()).hasSize(1);

    send("sweep-letters.json", house.mailer);
    assertThat(house.mail.sent()).isEmpty();
    assertThat(house.dump()).isEmpty();
  }

  @Test
  void alikeJoined_changesNothing_forWhoDoesNotWishIt() throws IOException {
    put(image("publish-members.json"));
    List<String> before = house.dump();

    send("alike-joined.json", house.subscriber);

    assertThat(house.dump()).isEqualTo(before);
  }

  @Test
  void posts_areKeptForTheirAuthor_untilRemovedOrErased() throws IOException {
    put(image("publish-members.json"));
    send("thread-posted.json", house.subscriber);
    send("reply-posted.json", house.subscriber);
    assertThat(house.sortKeys()).filteredOn(key -> key.startsWith("post#")).hasSize(2);

    send("post-removed.json", house.subscriber);
    assertThat(house.sortKeys()).filteredOn(key -> key.startsWith("post#")).hasSize(1);

    send("erase-me.json", house.members);
    send("member-erased.json", house.subscriber);
    assertThat(house.sortKeys()).noneMatch(key -> key.startsWith("post#"));
  }

  @Test
  void unresolvedWords_areNone_inAnEmptyTable() throws IOException {
    assertThat(Json.trusted(send("unresolved-words.json", house.members)))
        .containsEntry("statusCode", 200)
        .containsEntry("body", "{\"items\":[]}");
  }

  @Test
  void publishMembers_tellsWhatBecameOfTheMember_sameIdsEachTime() throws IOException {
    send("publish-members.json", house.publisher);
    send("publish-members.json", house.publisher);

    List<DomainEvent> told = house.bus.events();
    assertThat(told)
        .extracting(event -> event.type() + " " + event.version())
        .containsExactly("MemberChanged 1", "MemberErased 2", "MemberChanged 1", "MemberErased 2");
    assertThat(told.get(0).id()).isEqualTo(told.get(2).id());
  }

  @Test
  void signIn_goesBackAsItCame_whenTheAddressIsNobodys() throws IOException {
    byte[] event = Files.readAllBytes(FOLDER.resolve("sign-in.json"));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();

    house.signIn.handleRequest(new ByteArrayInputStream(event), answer, new CapturingContext());

    assertThat(answer.toByteArray()).isEqualTo(event);
  }

  @Test
  void signIn_namesTheMember_asCognitoReadsIt() throws IOException {
    String id = house.join(house.maria());

    Map<String, Object> answer = Json.trusted(send("sign-in.json", house.signIn));

    assertThat(answer).containsEntry("userName", "user-1").containsKey("request");
    assertThat(answer.get("response"))
        .isEqualTo(
            Map.of(
                "claimsAndScopeOverrideDetails",
                Map.of(
                    "accessTokenGeneration",
                    Map.of("claimsToAddOrOverride", Map.of("member_id", id)))));
  }

  private static String send(String file, RequestStreamHandler function) throws IOException {
    return EventCall.send(function, event(file)).output();
  }

  private static Map<String, Object> event(String file) throws IOException {
    return Json.trusted(Files.readString(FOLDER.resolve(file)));
  }

  private static Map<String, Object> letter() throws IOException {
    return image("send-letters.json");
  }

  /** The item that a file's first record tells of. */
  private static Map<String, Object> image(String file) throws IOException {
    Object record = event(file).get("Records") instanceof List<?> list ? list.get(0) : "";
    Object dynamodb = Json.asObject(record).orElseThrow().get("dynamodb");
    return Json.asObject(Json.asObject(dynamodb).orElseThrow().get("NewImage")).orElseThrow();
  }

  private void put(Map<String, Object> image) {
    Map<String, AttributeValue> item = new HashMap<>();
    image.forEach(
        (name, value) -> {
          Map<String, Object> typed = Json.asObject(value).orElseThrow();
          Object number = typed.get("N");
          item.put(
              name,
              number == null
                  ? AttributeValue.fromS(String.valueOf(typed.get("S")))
                  : AttributeValue.fromN(String.valueOf(number)));
        });
    EmbeddedDynamo.client().putItem(put -> put.tableName(house.name).item(item));
  }
}
