package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;

/** Forms with files, and what browsers do with them. */
final class FileForms {
  static final String BOUNDARY = "----a-boundary";

  private FileForms() {}

  /**
   * {@code report} takes a document and a photo, {@code other} a document, {@code open} anything.
   */
  static void put(TableFixture fixture) {
    Map<String, Object> document = Json.of("type", "string", "x-field", "file");
    Map<String, Object> photo =
        Json.of(
            "type",
            "array",
            "x-field",
            "file",
            "maxItems",
            3,
            "x-accept",
            List.of("image/*"),
            "items",
            Json.of("type", "string"));
    Map<String, Object> message = Json.of("type", "string", "x-field", "long-text");
    put(
        fixture,
        "report",
        Json.of(
            "type",
            "object",
            "additionalProperties",
            false,
            "properties",
            Json.of("message", message, "document", document, "photo", photo)));
    put(fixture, "other", Json.of("type", "object", "properties", Json.of("document", document)));
    assertThat(fixture.put("open", Json.of("title", "Open")).status()).isEqualTo(201);
  }

  private static void put(TableFixture fixture, String form, Map<String, Object> schema) {
    assertThat(fixture.put(form, Json.of("title", form, "schema", schema)).status()).isEqualTo(201);
  }

  /** Asks where to send a file, and sends it there. */
  static String upload(TableFixture fixture, String form, String name, byte[] content) {
    Reply reply =
        HttpCall.of("POST /f/{form}/uploads")
            .path("form", form)
            .json(Json.of("name", name, "size", content.length))
            .send(fixture.function());
    assertThat(reply.status()).isEqualTo(201);
    String id = String.valueOf(reply.json().get("id"));
    fixture.files.arrive(id, content);
    return id;
  }

  static Map<String, Object> firstError(Reply reply) {
    List<?> errors = reply.json().get("errors") instanceof List<?> list ? list : List.of();
    assertThat(errors).isNotEmpty();
    return Json.asObject(errors.get(0)).orElseThrow();
  }

  static HttpCall submit(String form, Map<String, Object> values) {
    return HttpCall.of("POST /f/{form}").path("form", form).json(values);
  }

  /** What a browser sends of a form with one text and one file. */
  static HttpCall multipart(String form, String field, String name, String type, byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String head =
        "--%1$s\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\nHello\r\n--%1$s\r\nContent-Disposition: form-data; name=\"%2$s\"; filename=\"%3$s\"\r\nContent-Type: %4$s\r\n\r\n"
            .formatted(BOUNDARY, field, name, type);
    body.writeBytes(Samples.bytes(head));
    body.writeBytes(content);
    body.writeBytes(Samples.bytes("\r\n--" + BOUNDARY + "--\r\n"));
    return HttpCall.of("POST /f/{form}")
        .path("form", form)
        .header("accept", "application/json")
        .bytes("multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
  }
}
