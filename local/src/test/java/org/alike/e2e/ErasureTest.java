package org.alike.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.alike.kernel.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Somebody has told everything that can be told, each with a canary in it, and leaves. No table, no
 * packed row and no index keeps a trace; nor does it come back when all is delivered again.
 */
class ErasureTest {
  private static final String CANARY = "canary";
  private static final String EMAIL = "canary-one@example.org";
  private static final List<String> FEATURES =
      List.of("Forms", "Members", "Alikes", "Discussions", "Content", "Wisdom");
  private static final List<String> PUBLISHERS = List.of("Forms", "Members", "Discussions");
  private static Community community;
  private static String leaving;
  private static String id;
  private static String staying;
  private static List<StreamRecords> before;

  @BeforeAll
  static void somebodyLeaves() {
    community = new Community();
    community.importPages();
    staying = community.join(Community.signup("staying@example.org", "Staying", "ALS"));
    for (int i = 0; i < 11; i++) {
      community.join(Community.signup("p" + i + "@example.org", "Person " + i, "ALS"));
    }
    leaving = community.join(signup());
    id = String.valueOf(ask("GET", "/me", leaving, Map.of()).json().get("id"));
    tellEverything();
    community.awaitQuiet();
    assertThat(traces()).as("traces before").hasSizeGreaterThan(10);
    before = PUBLISHERS.stream().map(feature -> StreamRecords.of(community, feature)).toList();
    assertThat(ask("DELETE", "/me?posts=remove", leaving, Map.of()).status()).isEqualTo(204);
    community.awaitQuiet();
  }

  @AfterAll
  static void stop() {
    community.close();
  }

  @Test
  void tables_keepNoTrace_whenAMemberWasErased() {
    assertThat(traces()).isEmpty();
  }

  @Test
  void nothing_comesBack_whenAllIsDeliveredAgain()
      throws InterruptedException, JsonProcessingException {
    for (StreamRecords records : before) {
      records.shuffled(new Random(1)).publish(community);
    }
    community.awaitQuiet();

    assertThat(traces()).isEmpty();
    assertThat(ask("GET", "/me", leaving, Map.of()).status()).isEqualTo(404);
    assertThat(ask("DELETE", "/me", leaving, Map.of()).status()).isEqualTo(204);
  }

  @Test
  void others_meetNobody_whenAMemberWasErased() {
    Community.Answer alikes = ask("GET", "/me/alikes", staying, Map.of());
    assertThat(alikes.body().toLowerCase(Locale.ROOT)).doesNotContain(CANARY);
    assertThat(ask("GET", "/members/" + id, staying, Map.of()).status()).isEqualTo(404);
    assertThat(ask("GET", "/me/blocks", staying, Map.of()).items()).isEmpty();
    assertThat(ask("GET", "/me/introductions", staying, Map.of()).items()).isEmpty();
    Community.Answer count = community.get("/conditions/" + Community.ALS + "/alikes", null);
    assertThat(count.json()).containsEntry("count", 12);
  }

  private static Map<String, Object> signup() {
    return Json.of(
        "email", EMAIL,
        "displayName", "Canary One",
        "conditions", List.of("ALS", "canaryitis"),
        "symptoms", List.of("trouble swallowing", "canary flutter"),
        "treatments", List.of("riluzole", "canary tea"),
        "birthYear", "1971",
        "sex", "female",
        "country", "ES",
        "visibility", "members",
        "consent", "2026-11");
  }

  /** Whatever a member can leave behind. */
  private static void tellEverything() {
    done(
        ask(
            "PATCH",
            "/me",
            leaving,
            Json.of(
                "conditions",
                List.of(
                    Json.of("typed", "ALS", "stage", "canary stage", "diagnosed", 2019),
                    Json.of("typed", "canaryosis", "asTyped", true)),
                "region",
                "Canary Islands",
                "about",
                "A canary about me.",
                "languages",
                List.of("es"),
                "wishes",
                Json.of("news", true),
                "shown",
                Json.of("about", "public", "region", "members"))));
    String thread = posted("/conditions/" + Community.ALS + "/discussions", thread());
    posted("/discussions/" + thread + "/replies", Json.of("text", "A canary in a reply."));
    String other = id("p0@example.org");
    posted("/members/" + other + "/introductions", Json.of("note", "A canary asks."));
    String second = community.stack().tokenFor("p1@example.org");
    done(ask("POST", "/members/" + id + "/introductions", second, Json.of("note", "Hello canary")));
    done(ask("PUT", "/me/blocks/" + id("p2@example.org"), leaving, Map.of()));
    done(ask("PUT", "/me/blocks/" + id, community.stack().tokenFor("p3@example.org"), Map.of()));
    done(ask("POST", "/me/address", leaving, Json.of("email", "canary-two@example.org")));
    done(ask("PUT", "/me/consents", leaving, Json.of("given", false)));
    done(ask("PUT", "/me/consents", leaving, Json.of("given", true, "version", "2026-11")));
    done(ask("POST", "/confirmations", leaving, Json.of("email", EMAIL)));
    community.signUp(signup());
  }

  private static Map<String, Object> thread() {
    return Json.of("title", "A canary thread", "text", "A canary sings.", "visibility", "public");
  }

  private static String id(String email) {
    String token = community.stack().tokenFor(email);
    return String.valueOf(ask("GET", "/me", token, Map.of()).json().get("id"));
  }

  private static String posted(String path, Map<String, Object> body) {
    Community.Answer made = ask("POST", path, leaving, body);
    done(made);
    return String.valueOf(made.json().get("id"));
  }

  private static void done(Community.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    community.awaitQuiet();
  }

  /** With a key and a tag where they count, as a careful client sends them. */
  private static Community.Answer ask(
      String method, String path, String token, Map<String, Object> body) {
    HttpRequest.Builder request =
        Community.authorized(community.request(path), token)
            .header("accept", "application/json")
            .header("content-type", "application/json");
    if (method.equals("POST")) {
      request.header("idempotency-key", UUID.randomUUID().toString());
    }
    if (method.equals("PATCH")) {
      request.header("if-match", community.get("/me", token).header("etag"));
    }
    return community.send(request.method(method, BodyPublishers.ofString(Json.write(body))));
  }

  /**
   * All that tells of the one who left: the canaries, and the id outside the marks that keep late
   * events from bringing anybody back.
   */
  private static List<String> traces() {
    List<String> traces = new ArrayList<>();
    for (String feature : FEATURES) {
      String table = feature + "Table";
      community.dynamo().scanPaginator(scan -> scan.tableName(table)).items().stream()
          .filter(item -> isTrace(item))
          .map(item -> table + " " + item)
          .forEach(traces::add);
    }
    return traces;
  }

  private static boolean isTrace(Map<String, AttributeValue> item) {
    String text = text(AttributeValue.fromM(item)).toLowerCase(Locale.ROOT);
    boolean mark = item.containsKey("erased");
    return text.contains(CANARY) || (!mark && (text.contains(id) || text.contains(packed(id))));
  }

  /** The end of an id, as rows keep it whole: of the bytes before only what differs is kept. */
  private static String packed(String id) {
    UUID uuid = UUID.fromString(id);
    byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(uuid.getLeastSignificantBits()).array();
    return HexFormat.of().formatHex(bytes);
  }

  private static String text(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s();
      case B -> text(value.b().asByteArray());
      case L -> text(value.l().stream());
      case M -> String.join(" ", value.m().keySet()) + " " + text(value.m().values().stream());
      case SS -> String.join(" ", value.ss());
      default -> "";
    };
  }

  private static String text(Stream<AttributeValue> values) {
    return String.join(" ", values.map(ErasureTest::text).toList());
  }

  /** Bytes as hex and as text, and what they are when they were compressed. */
  private static String text(byte[] bytes) {
    String plain =
        HexFormat.of().formatHex(bytes) + " " + new String(bytes, StandardCharsets.ISO_8859_1);
    boolean compressed = bytes.length > 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
    if (!compressed) {
      return plain;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return plain + " " + text(in.readAllBytes());
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
