package org.alike.local;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One submission of the kill test, sent in one of the ways that clients have: as a page or as a
 * script, with an {@code Idempotency-Key} or without, to a form that members come from or to one
 * that only keeps.
 *
 * @param number tells it from all others
 */
record SentForm(int number) {
  private static final String MARK = "submission number ";

  boolean hasKey() {
    return number % 2 == 0;
  }

  boolean isPage() {
    return number % 3 == 0;
  }

  private boolean isSignup() {
    return number % 5 == 0;
  }

  /** Some people click twice. */
  boolean isTwice() {
    return number % 10 == 1;
  }

  HttpRequest request(URI api) {
    String form = isSignup() ? "signup" : "contact";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve("/f/" + form))
            .timeout(Duration.ofSeconds(10))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("accept", isPage() ? "text/html" : "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(), StandardCharsets.UTF_8));
    if (hasKey()) {
      request.header("idempotency-key", "kill-test-" + number);
    }
    return request.build();
  }

  private String body() {
    String email = "email=p" + number + "%40example.org&";
    String text = URLEncoder.encode(MARK + number + ".", StandardCharsets.UTF_8);
    return isSignup()
        ? email + "displayName=" + text + "&conditions=ALS&consent=2026-11"
        : email + "message=" + text + "x".repeat(800);
  }

  /** The number of the submission that holds this text; negative where it holds none. */
  static int numberIn(String text) {
    int from = text.indexOf(MARK);
    return from < 0
        ? -1
        : Integer.parseInt(text.substring(from + MARK.length(), text.indexOf('.', from)));
  }
}
