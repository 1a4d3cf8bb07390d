package org.alike.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.alike.kernel.Json;

/** What there is to see in {@link AccessTest}: nearly all of it belongs to the one called self. */
final class Things {
  private final Community community;
  private final Map<String, String> tokens;
  private final Map<String, String> things;

  private Things(Community community, Map<String, String> tokens, Map<String, String> things) {
    this.community = community;
    this.tokens = tokens;
    this.things = things;
  }

  /** Makes them, and adds their names to the things. */
  static void make(Community community, Map<String, String> tokens, Map<String, String> things) {
    new Things(community, tokens, things).make();
  }

  private void make() {
    remember("thread", post("self", discussions(), thread("members")));
    remember("openThread", post("self", discussions(), thread("public")));
    remember(
        "introduction",
        post("other", "/members/" + things.get("self") + "/introductions", introduction()));
    does("PUT", "self", "/me/blocks/" + things.get("blocked"));
    does("DELETE", "erased", "/me");
  }

  private static String discussions() {
    return "/conditions/" + Community.ALS + "/discussions";
  }

  private static Map<String, Object> thread(String visibility) {
    return Json.of("title", "Who has tried it?", "text", "I have.", "visibility", visibility);
  }

  private static Map<String, Object> introduction() {
    return Json.of("note", "I would like to hear how it went.");
  }

  private void remember(String name, Community.Answer made) {
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    things.put(name, String.valueOf(made.json().get("id")));
  }

  private Community.Answer post(String caller, String path, Map<String, Object> body) {
    return community.post(path, body, tokens.get(caller));
  }

  private void does(String method, String caller, String path) {
    Community.Answer done =
        community.send(
            Community.authorized(community.request(path), tokens.get(caller))
                .method(method, BodyPublishers.noBody()));
    assertThat(done.status()).as(done.body()).isEqualTo(204);
  }
}
