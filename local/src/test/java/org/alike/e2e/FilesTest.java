package org.alike.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Files from a browser to the owner, and until they are gone. */
class FilesTest {
  private static final String BOUNDARY = "----a-boundary";
  private static final byte[] PDF =
      ("%PDF-1.7\n" + "A doctor's letter. ".repeat(300)).getBytes(StandardCharsets.UTF_8);
  private static final HttpClient BROWSER = HttpClient.newHttpClient();
  private static Community community;
  private static S3Client s3;
  private static String owner;

  @BeforeAll
  static void start() {
    community = new Community();
    s3 =
        S3Client.builder()
            .endpointOverride(community.stack().aws())
            .region(Region.EU_CENTRAL_1)
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("alikelocal", "alikelocal")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    owner = community.stack().tokenFor("owner@alike.example");
    Map<String, Object> letter = Json.of("type", "string", "x-field", "file");
    Map<String, Object> schema = Json.of("type", "object", "properties", Json.of("letter", letter));
    Community.Answer put =
        community.send(
            Community.authorized(community.request("/forms/report"), owner)
                .header("content-type", "application/json")
                .header("if-none-match", "*")
                .PUT(
                    BodyPublishers.ofString(
                        Json.write(Json.of("title", "Report", "schema", schema)))));
    assertThat(put.status()).as(put.body()).isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    s3.close();
    community.close();
  }

  @Test
  void file_goesFromTheBrowserToTheOwner_andIsGoneWithItsSubmission() throws Exception {
    Community.Answer begun = begin("Lab: Grüße.pdf", PDF.length);
    assertThat(begun.status()).as(begun.body()).isEqualTo(201);
    String id = String.valueOf(begun.json().get("id"));
    HttpResponse<String> sent =
        post(String.valueOf(begun.json().get("url")), begun.json().get("fields"), PDF);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    assertThat(sent.headers().firstValue("access-control-allow-origin")).contains("*");

    Community.Answer submitted = submit("Here it is", id);
    assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
    String submission = String.valueOf(submitted.json().get("submissionId"));

    String file = "/forms/report/submissions/" + submission + "/files/" + id;
    assertThat(community.get(file, null).status()).isEqualTo(401);
    Community.Answer address = community.get(file, owner);
    assertThat(address.json())
        .containsEntry("name", "Lab_ Grüße.pdf")
        .containsEntry("size", PDF.length);
    HttpResponse<byte[]> saved = save(String.valueOf(address.json().get("url")));
    assertThat(saved.statusCode()).isEqualTo(200);
    assertThat(saved.body()).isEqualTo(PDF);
    assertThat(saved.headers().firstValue("content-type")).contains("application/pdf");
    assertThat(saved.headers().firstValue("content-disposition").orElse(""))
        .startsWith("attachment; ")
        .contains("Gr%C3%BC%C3%9Fe");

    remove(submission);
    community.awaitQuiet();
    assertThat(objects()).noneMatch(key -> key.contains(id));
    assertThat(save(String.valueOf(address.json().get("url"))).statusCode()).isEqualTo(403);
    assertThat(community.get(file, owner).status()).isEqualTo(404);
  }

  @Test
  void file_isSentByOnePut_too() throws Exception {
    Community.Answer begun = begin("letter.pdf", PDF.length);
    Map<String, Object> put = Json.asObject(begun.json().get("put")).orElseThrow();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(String.valueOf(put.get("url"))))
            .header("content-type", "application/pdf");

    byte[] longer = new byte[PDF.length + 1];
    assertThat(status(request.copy().PUT(BodyPublishers.ofByteArray(longer)))).isEqualTo(403);
    assertThat(status(request.copy().PUT(BodyPublishers.ofByteArray(PDF)))).isEqualTo(200);

    assertThat(submit("By PUT", String.valueOf(begun.json().get("id"))).status()).isEqualTo(200);
  }

  @Test
  void file_isSentAsWebflowsScriptDoes() throws Exception {
    Community.Answer signed =
        community.get("/api/v1/form/report/signFile?name=letter.pdf&size=" + PDF.length, null);
    assertThat(signed.status()).isEqualTo(200);
    String url = String.valueOf(signed.json().get("s3Url"));
    assertThat(post(url, signed.json().get("postData"), PDF).statusCode()).isEqualTo(201);

    Community.Answer submitted =
        community.send(
            community
                .request("/api/v1/form/report")
                .header("accept", "application/json")
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "name=Report&fields%5BMessage%5D=Hello&fileUploads%5Bletter%5D="
                            + signed.json().get("fileId"))));

    assertThat(submitted.json()).as(submitted.body()).containsEntry("code", 200);
  }

  @Test
  void file_isRefused_whenItIsLargerThanSigned_orAnotherThanItSays() throws Exception {
    Community.Answer begun = begin("letter.pdf", 10);
    String url = String.valueOf(begun.json().get("url"));
    String id = String.valueOf(begun.json().get("id"));

    assertThat(post(url, begun.json().get("fields"), new byte[0]).body())
        .contains("EntityTooSmall");
    assertThat(post(url, begun.json().get("fields"), new byte[26_214_401]).body())
        .contains("EntityTooLarge");
    byte[] page = "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    assertThat(post(url, begun.json().get("fields"), page).statusCode()).isEqualTo(201);

    Community.Answer refused = submit("A page", id);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("FILE_TYPE").doesNotContain("alert");
    assertThat(objects()).noneMatch(key -> key.startsWith("kept/") && key.contains(id));
  }

  @Test
  void file_withinAPlainForm_isKept_upToWhatAFunctionCanBeHanded() throws Exception {
    byte[] large = new byte[4_000_000];
    System.arraycopy(PDF, 0, large, 0, PDF.length);

    HttpResponse<String> taken = post(form(), Map.of("message", "Plain"), large);
    HttpResponse<String> tooLarge = post(form(), Map.of("message", "Plain"), new byte[4_500_000]);

    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertThat(
            s3.listObjectsV2(list -> list.bucket("FormsFiles").prefix("kept/report/")).contents())
        .anyMatch(object -> object.size() == large.length);
  }

  private static String form() {
    return community.stack().api() + "/f/report";
  }

  private static Community.Answer begin(String name, int size) {
    return community.post(
        "/f/report/uploads", Json.of("name", name, "size", size, "type", "application/pdf"), null);
  }

  private static Community.Answer submit(String message, String file) {
    return community.post("/f/report", Json.of("message", message, "letter", file), null);
  }

  /** As a browser posts a form: its fields, and the file last. */
  private static HttpResponse<String> post(String url, @Nullable Object fields, byte[] file)
      throws IOException, InterruptedException {
    StringBuilder head = new StringBuilder();
    Json.asObject(fields)
        .orElseThrow()
        .forEach(
            (name, value) ->
                head.append(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, name, value)));
    String field = url.equals(form()) ? "letter" : "file";
    head.append(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"letter.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
            .formatted(BOUNDARY, field));
    return BROWSER.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("origin", "https://www.example.org")
            .header("content-type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head.toString()),
                    BodyPublishers.ofByteArray(file),
                    BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<byte[]> save(String url) throws IOException, InterruptedException {
    return BROWSER.send(
        HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
  }

  private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
    return BROWSER.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private static List<String> objects() {
    return s3.listObjectsV2(list -> list.bucket("FormsFiles")).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static void remove(String submission) {
    Community.Answer gone =
        community.send(
            Community.authorized(
                    community.request("/forms/report/submissions/" + submission), owner)
                .DELETE());
    assertThat(gone.status()).as(gone.body()).isEqualTo(204);
  }
}
