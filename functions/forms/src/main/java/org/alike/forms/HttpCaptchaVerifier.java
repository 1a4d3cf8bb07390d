package org.alike.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.alike.kernel.Environment;
import org.alike.kernel.Json;

/**
 * Asks the provider over HTTP, and waits two seconds for all of the answer. The visitor's address
 * is not told. Thread-safe.
 */
final class HttpCaptchaVerifier implements CaptchaVerifier {
  private static final int PATIENCE_MILLIS = 2_000;
  private static final int MOST_BYTES = 16 * 1024;
  private static final double LEAST_SCORE = 0.5;

  /** What is not the visitor's doing. */
  private static final List<String> OURS =
      List.of(
          "missing-input-secret",
          "invalid-input-secret",
          "sitekey-secret-mismatch",
          "bad-request",
          "internal-error");

  private final Function<CaptchaProvider, URI> addresses;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "captcha");
            thread.setDaemon(true);
            return thread;
          });

  private HttpCaptchaVerifier(Function<CaptchaProvider, URI> addresses) {
    this.addresses = addresses;
  }

  /** Asks the providers, or {@code CAPTCHA_URL} in the place of all of them. */
  static HttpCaptchaVerifier of(Environment environment) {
    String other = environment.orElse("CAPTCHA_URL", "");
    return new HttpCaptchaVerifier(
        other.isEmpty() ? CaptchaProvider::address : provider -> URI.create(other));
  }

  @Override
  public Optional<Boolean> isSolved(Captcha captcha, String token) {
    URI address = addresses.apply(captcha.provider());
    String form = "secret=" + encoded(captcha.secret()) + "&response=" + encoded(token);
    byte[] body = form.getBytes(StandardCharsets.US_ASCII);
    Future<Optional<Boolean>> verdict =
        threads.submit(() -> verdict(captcha.provider(), answer(address, body)));
    try {
      return verdict.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException unknown) {
      verdict.cancel(true);
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Map<String, Object> answer(URI address, byte[] body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    try {
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setRequestProperty("content-type", "application/x-www-form-urlencoded");
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(body.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new IOException("The captcha's provider did not answer");
      }
      try (InputStream in = connection.getInputStream()) {
        return Json.object(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
      }
    } finally {
      connection.disconnect();
    }
  }

  private static Optional<Boolean> verdict(CaptchaProvider provider, Map<String, Object> answer) {
    if (!(answer.get("success") instanceof Boolean success)) {
      return Optional.empty();
    }
    boolean low =
        provider == CaptchaProvider.RECAPTCHA
            && answer.get("score") instanceof Number score
            && score.doubleValue() < LEAST_SCORE;
    boolean ours =
        answer.get("error-codes") instanceof List<?> codes
            && codes.stream().anyMatch(OURS::contains);
    return ours && !success ? Optional.empty() : Optional.of(success && !low);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
