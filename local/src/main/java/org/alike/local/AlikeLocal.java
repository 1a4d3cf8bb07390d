package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The whole template, running in this process: HTTP API, functions, tables, streams, bus,
 * schedules, sign-in and mail.
 *
 * <pre>{@code
 * try (AlikeLocal alike = AlikeLocal.inMemory(Path.of("template.yaml"))) {
 *   http.send(HttpRequest.newBuilder(alike.api().resolve("/conditions")).build(), ...);
 *   alike.awaitQuiet(Duration.ofSeconds(10));
 * }
 * }</pre>
 *
 * <p>Safe for several threads. One at a time per process: the functions' AWS SDK reads its
 * endpoints from system properties.
 */
public final class AlikeLocal implements AutoCloseable {
  private final Parts parts;

  private AlikeLocal(Parts parts) {
    this.parts = parts;
  }

  /** Runs a template on free ports, with nothing kept. */
  public static AlikeLocal inMemory(Path template) {
    return start(Settings.inMemory(template, null), step -> {});
  }

  /**
   * Runs a template.
   *
   * @param progress hears one line for each step of the way
   * @throws StartProblem when it cannot be run, saying why in one line
   */
  public static AlikeLocal start(Settings settings, Consumer<String> progress) {
    return new AlikeLocal(Parts.start(settings, progress));
  }

  /** The origin of the API, the site and the pages under {@code /_local/}. */
  public URI api() {
    return parts.api();
  }

  /** The endpoint of EventBridge, SES, Lambda and S3. */
  public URI aws() {
    return parts.aws();
  }

  /** The endpoint of DynamoDB. */
  public URI dynamoDb() {
    return parts.dynamoDb();
  }

  /** An access token for somebody with this address, as the sign-in page would give. */
  public String tokenFor(String email) {
    try {
      return parts.tokens().issue(email, null).path("access_token").asText();
    } catch (Tokens.SignInFailed e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Invokes a function directly, by its logical id, and returns its answer.
   *
   * @throws FunctionFailed when it throws or takes too long
   */
  public JsonNode invoke(String function, JsonNode event) throws InterruptedException {
    return parts.invoke(function, event);
  }

  /** The mails sent so far to an address, newest first. */
  public List<JsonNode> mailsTo(String email) {
    return parts.outbox().mails(email);
  }

  /** What was given up after its retries. */
  public List<JsonNode> undelivered() {
    return parts.undelivered().messages();
  }

  /**
   * Waits until streams, bus and asynchronous invocations have nothing more to do.
   *
   * @return whether that came within the given time
   */
  public boolean awaitQuiet(Duration patience) throws InterruptedException {
    return parts.quiet().await(patience);
  }

  /** Everything has been prepared, and people may come. */
  void ready() {
    parts.ready();
  }

  Template template() {
    return parts.template();
  }

  @Override
  public void close() {
    parts.close();
  }

  /** A function that was invoked by hand has failed. */
  public static final class FunctionFailed extends RuntimeException {
    FunctionFailed(String message) {
      super(message);
    }
  }
}
