package org.alike.forms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.alike.kernel.Failure;
import org.alike.kernel.Request;

/**
 * The addresses that people get instead of an account. They lie at the API's own domain, the one
 * that the form was sent to, and hold a token but nothing else. Thread-safe.
 */
final class Links {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");
  private static final Pattern LOCAL = Pattern.compile("(localhost|127\\.0\\.0\\.1)(:[0-9]+)?");
  private final String api;
  private final Seal seal;

  /**
   * Links that are sealed with a key.
   *
   * @param api the API's origin when it has a domain of its own; may be empty
   */
  Links(String api, Supplier<byte[]> key) {
    this.api = api;
    this.seal = new Seal(key, "receipt");
  }

  /** The path of a receipt. */
  String path(Receipt receipt) {
    return "/receipts/" + seal.close(receipt.bytes());
  }

  /** The path of a form that somebody has begun. */
  static String path(PartialToken token) {
    return "/partials/" + token.text();
  }

  /** A secret that nobody else can make of these, and that we make of them again. */
  String secret(String... parts) {
    return seal.secret(parts);
  }

  /** The path of the page that thanks, which leads on to {@code next} where there is one. */
  String thanks(Receipt receipt, Optional<String> next) {
    String page = path(receipt) + "/thanks";
    return next.map(to -> page + "?next=" + URLEncoder.encode(to, StandardCharsets.UTF_8))
        .orElse(page);
  }

  /** The receipt that the request's path names. */
  Receipt receipt(Request request) {
    return seal.open(request.path("token")).flatMap(Receipt::of).orElseThrow(Links::unknown);
  }

  /** The whole address of a path, for who reads it elsewhere. */
  String absolute(Request request, String path) {
    String host = request.header("host").orElse("");
    if (!api.isEmpty() || !HOST.matcher(host).matches()) {
      return api + path;
    }
    return (LOCAL.matcher(host).matches() ? "http://" : "https://") + host + path;
  }

  /** Wrong, expired and revoked links look alike. */
  static Failure unknown() {
    return Failure.notFound("This link leads nowhere, or no longer. Please check it is complete.");
  }
}
