package org.alike.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.alike.local.TemplateRoutes;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who may do what: every route, asked by everybody, answers as {@code access.txt} says. A route
 * that is not in the table fails; and what somebody may not see looks exactly as if it were not
 * there.
 */
class AccessTest {
  /** In the order in which they ask: whoever owns the things comes last, with all still there. */
  private static final List<String> CALLERS =
      List.of("anonymous", "erased", "blocked", "other", "moderator", "self");

  private static final Map<String, String> TOKENS = new LinkedHashMap<>();
  private static final Map<String, String> THINGS = new LinkedHashMap<>();
  private static Community community;

  /** A line of the table. */
  private record Line(String route, String path, String body, List<Integer> statuses) {
    static Line of(String text) {
      List<String> cells = Stream.of(text.split("\\|", -1)).map(String::strip).toList();
      assertThat(cells).as(text).hasSize(4);
      List<Integer> statuses = Stream.of(cells.get(3).split("\\s+")).map(Integer::valueOf).toList();
      assertThat(statuses).as(text).hasSameSizeAs(CALLERS);
      String route = cells.get(0).replaceAll("\\s+", " ");
      String path = cells.get(1).isEmpty() ? route.substring(route.indexOf(" ") + 1) : cells.get(1);
      return new Line(route, path, cells.get(2), statuses);
    }

    String method() {
      return route.substring(0, route.indexOf(" "));
    }

    /** Whether it is about a thing that somebody owns. */
    boolean isAboutAThing() {
      return path.contains("{");
    }
  }

  @BeforeAll
  static void everybodyIsThere() {
    community = new Community();
    community.importPages();
    for (String caller : CALLERS.subList(1, CALLERS.size())) {
      String email = caller + (caller.equals("moderator") ? "@alike.example" : "@example.org");
      TOKENS.put(caller, community.join(Community.signup(email, "I am " + caller, "ALS")));
      THINGS.put(caller, id(caller));
    }
    Things.make(community, TOKENS, THINGS);
    community.awaitQuiet();
  }

  @AfterAll
  static void stop() {
    community.close();
  }

  @Test
  void routes_areAllInTheTable() {
    Set<String> routes = new TreeSet<>();
    lines().forEach(line -> routes.add(line.route()));

    assertThat(routes).isEqualTo(TemplateRoutes.all());
  }

  @Test
  void everybody_getsWhatTheTableSays() {
    SoftAssertions all = new SoftAssertions();
    for (Line line : lines()) {
      for (int i = 0; i < CALLERS.size(); i++) {
        String caller = CALLERS.get(i);
        Community.Answer answer = ask(line, caller, THINGS);
        all.assertThat(answer.status())
            .as("%s, asked by %s: %s", line.route(), caller, answer.body())
            .isEqualTo(line.statuses().get(i));
        if (answer.status() == 404 && line.isAboutAThing()) {
          all.assertThat(told(answer))
              .as("%s, hidden from %s", line.route(), caller)
              .isEqualTo(told(ask(line, caller, nothing())));
        }
      }
    }
    all.assertAll();
  }

  private static Map<String, Object> told(Community.Answer answer) {
    Map<String, Object> told = new LinkedHashMap<>(answer.json());
    told.remove("instance");
    return told;
  }

  /** The same names, for things that never were. */
  private static Map<String, String> nothing() {
    Map<String, String> nothing = new LinkedHashMap<>();
    THINGS.keySet().forEach(name -> nothing.put(name, UUID.randomUUID().toString()));
    return nothing;
  }

  private static Community.Answer ask(Line line, String caller, Map<String, String> things) {
    @Nullable String token = TOKENS.get(caller);
    HttpRequest.Builder request =
        Community.authorized(community.request(filled(line.path(), things)), token)
            .header("accept", "application/json")
            .header("content-type", "application/json");
    if (line.method().equals("PATCH") || line.method().equals("PUT")) {
      request.header("if-match", tag(line, token));
    }
    String body = filled(line.body(), things);
    Community.Answer answer =
        community.send(request.method(line.method(), BodyPublishers.ofString(body)));
    community.awaitQuiet();
    return answer;
  }

  /** The tag of the caller's own profile: what is wrong must not be the version. */
  private static String tag(Line line, @Nullable String token) {
    if (!line.route().equals("PATCH /me") || token == null) {
      return "\"none\"";
    }
    String tag = community.get("/me", token).header("etag");
    return tag.isEmpty() ? "\"none\"" : tag;
  }

  private static String filled(String text, Map<String, String> things) {
    String filled = text;
    for (Map.Entry<String, String> thing : things.entrySet()) {
      filled = filled.replace("{" + thing.getKey() + "}", thing.getValue());
    }
    return filled;
  }

  private static String id(String caller) {
    return String.valueOf(community.get("/me", TOKENS.get(caller)).json().get("id"));
  }

  private static List<Line> lines() {
    try (InputStream file = AccessTest.class.getResourceAsStream("/access.txt")) {
      if (file == null) {
        return fail("access.txt is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Line::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
