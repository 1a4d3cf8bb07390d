package org.alike.kernel;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a handler answers.
 *
 * @param status the HTTP status
 * @param headers names in lower case
 * @param body text, empty for none; or bytes in base64
 * @param base64 whether the body is that
 */
public record Answer(int status, Map<String, String> headers, String body, boolean base64) {
  private static final String TYPE = "content-type";

  /** Keeps its own copy of the headers. */
  public Answer {
    headers = Map.copyOf(headers);
  }

  /** An answer of text. */
  public Answer(int status, Map<String, String> headers, String body) {
    this(status, headers, body, false);
  }

  /** 200 with a JSON object. */
  public static Answer ok(Map<String, Object> json) {
    return json(200, json);
  }

  /** 201 with a JSON object and where it can be found from now on. */
  public static Answer created(String location, Map<String, Object> json) {
    return json(201, json).with("location", location);
  }

  /** A JSON object under any status. */
  public static Answer json(int status, Map<String, Object> json) {
    return new Answer(status, Map.of(TYPE, "application/json; charset=utf-8"), Json.write(json));
  }

  /** A whole HTML page. */
  public static Answer html(int status, String page) {
    return new Answer(status, Map.of(TYPE, "text/html; charset=utf-8"), page);
  }

  /** A text of any other media type. */
  public static Answer text(String mediaType, String body) {
    return new Answer(200, Map.of(TYPE, mediaType), body);
  }

  /** Bytes of any media type, such as a text that is compressed. */
  public static Answer bytes(String mediaType, byte[] body) {
    return new Answer(200, Map.of(TYPE, mediaType), Base64.getEncoder().encodeToString(body), true);
  }

  /** 204. */
  public static Answer noContent() {
    return new Answer(204, Map.of(), "");
  }

  /** 301 or 303 to another address. */
  public static Answer redirect(int status, String location) {
    return new Answer(status, Map.of("location", location), "");
  }

  /** 304: what the client has is still true. */
  public static Answer notModified() {
    return new Answer(304, Map.of(), "");
  }

  /** The same answer with one more header; the name in lower case. */
  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body, base64);
  }
}
