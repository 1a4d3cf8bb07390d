package org.alike.forms;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a webhook: HTTPS to a host with a name, so that there is a certificate to check.
 * Numbers in all their spellings are refused here; where a name leads is checked when it is called,
 * since that may change. Pure.
 *
 * @param uri as it is called
 * @param host for the certificate
 * @param port to connect to
 */
record WebhookUrl(URI uri, String host, int port) {
  private static final int MOST = 500;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final int FIRST_FREE_PORT = 1024;

  /**
   * The address that was written; empty when it isn't one that may be called.
   *
   * @param loopback whether this machine may be called too, and without HTTPS: where all of it is
   *     developed
   */
  static Optional<WebhookUrl> parse(String text, boolean loopback) {
    try {
      URI uri = new URI(new URI(text).toASCIIString());
      String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
      boolean secure = "https".equalsIgnoreCase(uri.getScheme());
      boolean here = loopback && isLoopback(host);
      boolean fits =
          text.length() <= MOST
              && (secure || (here && "http".equalsIgnoreCase(uri.getScheme())))
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
              && (here || isName(host));
      int usual = secure ? HTTPS : HTTP;
      int port = uri.getPort() < 0 ? usual : uri.getPort();
      boolean open = port == usual || (port >= FIRST_FREE_PORT && port <= 65_535);
      return fits && open ? Optional.of(new WebhookUrl(uri, host, port)) : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  boolean isSecure() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /** What stands in the request's first line. */
  String target() {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  /** What stands in {@code Host}. */
  String authority() {
    return uri.getPort() < 0 ? host : host + ":" + port;
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1");
  }

  /** At least two labels, and a last one that no number can be. */
  private static boolean isName(String host) {
    int dot = host.lastIndexOf('.');
    String last = host.substring(dot + 1);
    return dot > 0
        && last.length() >= 2
        && (last.startsWith("xn--") || last.chars().allMatch(c -> c >= 'a' && c <= 'z'))
        && !host.endsWith(".localhost")
        && !last.equals("local")
        && !last.equals("internal")
        && isAscii(host);
  }

  private static boolean isAscii(String host) {
    try {
      return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).equalsIgnoreCase(host);
    } catch (IllegalArgumentException notAName) {
      return false;
    }
  }
}
