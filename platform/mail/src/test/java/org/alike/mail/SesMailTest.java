package org.alike.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** The adapter against a server that answers as Amazon SES does. */
class SesMailTest {
  private static final Mail.Message MESSAGE =
      new Mail.Message(
          "maria@example.org", "Please confirm", "H\u00E9llo,\nlink", Optional.empty(), Map.of());
  private HttpServer server;
  private String path = "";
  private String body = "";
  private int status = 200;
  private String error = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    path = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    byte[] answer =
        "{\"MessageId\":\"m-1\",\"message\":\"maria@example.org\"}"
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("x-amzn-errortype", error);
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private SesMail mail() {
    return new SesMail(
        SesV2Client.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build(),
        "Alike <hello@example.org>");
  }

  @Test
  void send_sendsPlainTextToOneAddress() {
    assertThat(mail().send(MESSAGE)).isEqualTo(Mail.Delivery.ACCEPTED);

    assertThat(path).isEqualTo("POST /v2/email/outbound-emails");
    Map<String, Object> text = Map.of("Data", "H\u00E9llo,\nlink", "Charset", "UTF-8");
    Map<String, Object> subject = Map.of("Data", "Please confirm", "Charset", "UTF-8");
    assertThat(Json.trusted(body))
        .containsEntry("FromEmailAddress", "Alike <hello@example.org>")
        .containsEntry("Destination", Map.of("ToAddresses", List.of("maria@example.org")))
        .containsEntry(
            "Content", Map.of("Simple", Map.of("Subject", subject, "Body", Map.of("Text", text))));
  }

  @Test
  void send_namesWhereAnswersGo_andWhatMailProgramsActOn() {
    mail()
        .send(
            new Mail.Message(
                "maria@example.org",
                "Thanks",
                "Hello",
                Optional.of("us@example.org"),
                Map.of("Auto-Submitted", "auto-generated")));

    assertThat(Json.trusted(body)).containsEntry("ReplyToAddresses", List.of("us@example.org"));
    assertThat(body).contains("{\"Name\":\"Auto-Submitted\",\"Value\":\"auto-generated\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "400, MessageRejected, REFUSED",
    "400, BadRequestException, REFUSED",
    "400, AccountSuspendedException, LATER",
    "400, MailFromDomainNotVerifiedException, LATER",
    "429, TooManyRequestsException, LATER",
    "403, AccessDeniedException, LATER",
    "500, InternalFailure, LATER"
  })
  void send_tellsARefusalFromAnOutage(int status, String error, Mail.Delivery expected) {
    this.status = status;
    this.error = error;

    assertThat(mail().send(MESSAGE)).isEqualTo(expected);
  }

  @Test
  void send_isForLater_whenNobodyAnswers() {
    SesMail mail = mail();
    server.stop(0);

    assertThat(mail.send(MESSAGE)).isEqualTo(Mail.Delivery.LATER);
  }
}
