package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the invented community the way real people would: each fills the signup form, opens the
 * mail, confirms, signs in, tells more and posts, through the public routes only. All of it can be
 * repeated.
 *
 * <p>{@code demo/people.json} is a list of signups, each with the form's fields as they are sent
 * ({@code email}, {@code displayName}, {@code conditions}, ...). {@code demo/profiles.json} is what
 * some of them tell later: {@code email} and the {@code change} of the profile, as it is sent, a
 * JSON merge patch. {@code demo/discussions.json} is a list of threads: {@code author} (an address
 * of the first list), {@code condition}, {@code title}, {@code text}, {@code visibility} and {@code
 * replies}, each with {@code author} and {@code text}.
 */
public final class DemoCommunity {
  private static final String PEOPLE = "/demo/people.json";
  private static final String PROFILES = "/demo/profiles.json";
  private static final String DISCUSSIONS = "/demo/discussions.json";
  private static final Pattern LINK = Pattern.compile("/confirmations/([^\\s\"?&<>]+)");

  /** A letter that a fault left behind goes out with a sweep of the outbox, minutes later. */
  private static final Duration MAIL_PATIENCE = Duration.ofMinutes(9);

  private static final int VISITORS_AT_ONCE = 8;

  private final ApiClient api;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  public DemoCommunity(URI api) {
    this.api = new ApiClient(api);
  }

  /** Whether there is anybody to make a community of. */
  static boolean exists() {
    return DemoCommunity.class.getResource(PEOPLE) != null;
  }

  /**
   * Makes everybody and everything they say.
   *
   * @param progress hears one line for each step
   */
  public void make(Consumer<String> progress) throws InterruptedException {
    JsonNode people = read(PEOPLE);
    together(people, this::signUp);
    progress.accept(people.size() + " people filled the signup form");
    together(people, person -> confirm(person.path("email").asText()));
    progress.accept("All of them confirmed their address");
    JsonNode profiles = read(PROFILES);
    together(profiles, this::tell);
    progress.accept(profiles.size() + " of them told more about themselves");
    JsonNode discussions = read(DISCUSSIONS);
    discussions.forEach(this::discuss);
    progress.accept(discussions.size() + " discussions were held");
  }

  /** One visit to the site. */
  @FunctionalInterface
  private interface Visit {
    void by(JsonNode person) throws InterruptedException;
  }

  private static void together(JsonNode people, Visit visit) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(VISITORS_AT_ONCE);
    try {
      List<Callable<Void>> visits = new ArrayList<>();
      for (JsonNode person : people) {
        visits.add(
            () -> {
              visit.by(person);
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(visits)) {
        done.get();
      }
    } catch (ExecutionException e) {
      String why = e.getCause() instanceof StartProblem known ? known.line() : "see the log";
      throw new StartProblem("The demo community is not whole: " + why, e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void signUp(JsonNode person) {
    expect(api.post("/f/signup", person, null), "The signup form");
  }

  private void confirm(String email) throws InterruptedException {
    Matcher link = LINK.matcher(mail(email));
    if (link.find()) { // else the mail says that there is an account already
      expect(api.post("/confirmations/" + link.group(1), Json.object(), null), "A confirmation");
    }
    JsonNode signedIn = api.post("/_local/token", Json.object().put("email", email), null).json();
    tokens.put(email, signedIn.path("access_token").asText());
  }

  /** The newest mail, as soon as there is one. */
  private String mail(String email) throws InterruptedException {
    long end = System.nanoTime() + MAIL_PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      JsonNode mails = api.get("/_local/outbox?to=" + Form.encode(email)).json().path("items");
      if (!mails.isEmpty()) {
        return mails.path(0).path("text").asText();
      }
      Thread.sleep(20);
    }
    throw new StartProblem("No mail came for " + email);
  }

  private void tell(JsonNode profile) {
    String token = token(profile.path("email"));
    String version = api.get("/me", token).json().path("version").asText();
    expect(api.patch("/me", profile.path("change"), version, token), "A change of a profile");
  }

  private void discuss(JsonNode thread) {
    ObjectNode post = Json.object();
    for (String name : new String[] {"title", "text", "visibility"}) {
      post.set(name, thread.path(name));
    }
    String path = "/conditions/" + thread.path("condition").asText() + "/discussions";
    ApiClient.Result made = api.post(path, post, token(thread.path("author")));
    expect(made, "A discussion");
    String id = made.json().path("id").asText();
    for (JsonNode reply : thread.path("replies")) {
      ObjectNode text = Json.object().put("text", reply.path("text").asText());
      expect(
          api.post("/discussions/" + id + "/replies", text, token(reply.path("author"))),
          "A reply");
    }
  }

  private String token(JsonNode address) {
    String token = tokens.get(address.asText());
    if (token == null) {
      throw new StartProblem("The demo community has no " + address.asText());
    }
    return token;
  }

  private static void expect(ApiClient.Result result, String what) {
    if (result.status() >= 300) {
      throw new StartProblem(what + " was answered " + result.status() + ": " + result.json());
    }
  }

  private static JsonNode read(String resource) {
    try (InputStream file = DemoCommunity.class.getResourceAsStream(resource)) {
      return file == null ? Json.array() : Json.read(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
