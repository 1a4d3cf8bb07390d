package org.alike.local.s3;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request in path style: {@code /bucket/key?query}.
 *
 * @param path as sent
 * @param bucket the first part of the path
 * @param key the rest of it, decoded; empty for the bucket itself
 * @param query decoded, in its order
 * @param headers names in lower case, repeated ones joined by a comma
 */
record S3Request(
    String method,
    String path,
    String bucket,
    String key,
    List<Parameter> query,
    Map<String, String> headers) {

  /** One parameter of the query. */
  record Parameter(String name, String value) {}

  private static final String UNRESERVED = "-._~";

  static S3Request of(HttpExchange exchange) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    String path = exchange.getRequestURI().getRawPath();
    int end = path.indexOf('/', 1);
    String bucket = decode(end < 0 ? path.substring(1) : path.substring(1, end));
    String key = end < 0 ? "" : decode(path.substring(end + 1));
    return new S3Request(
        exchange.getRequestMethod(),
        path,
        bucket,
        key,
        query(exchange.getRequestURI().getRawQuery()),
        headers);
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }

  String header(String name, String otherwise) {
    return headers.getOrDefault(name, otherwise);
  }

  @Nullable String parameter(String name) {
    return query.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(Parameter::value)
        .findFirst()
        .orElse(null);
  }

  String parameter(String name, String otherwise) {
    String value = parameter(name);
    return value == null ? otherwise : value;
  }

  /** The path as signatures see it: each part encoded once. */
  String canonicalPath() {
    StringBuilder canonical = new StringBuilder();
    for (String part : path.split("/", -1)) {
      canonical
          .append(canonical.isEmpty() && part.isEmpty() ? "" : "/")
          .append(encode(decode(part)));
    }
    String text = canonical.toString();
    return text.startsWith("/") ? text : "/" + text;
  }

  /** The query as signatures see it: sorted, without the signature itself. */
  String canonicalQuery() {
    return query.stream()
        .filter(parameter -> !parameter.name().equals("X-Amz-Signature"))
        .map(parameter -> new Parameter(encode(parameter.name()), encode(parameter.value())))
        .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
        .map(parameter -> parameter.name() + "=" + parameter.value())
        .reduce((all, next) -> all + "&" + next)
        .orElse("");
  }

  private static List<Parameter> query(@Nullable String raw) {
    List<Parameter> parameters = new ArrayList<>();
    if (raw == null || raw.isEmpty()) {
      return parameters;
    }
    for (String pair : raw.split("&", -1)) {
      int sign = pair.indexOf('=');
      String name = sign < 0 ? pair : pair.substring(0, sign);
      parameters.add(new Parameter(decode(name), sign < 0 ? "" : decode(pair.substring(sign + 1))));
    }
    return parameters;
  }

  /** A plus is a plus here, as signatures see it. */
  static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0;
      if (plain) {
        encoded.append(c);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }
}
