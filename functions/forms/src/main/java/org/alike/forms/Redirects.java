package org.alike.forms;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * Where a browser may be sent after a form: a path of our own website, or a page under an origin
 * that the form's definition lists. Anything else would let strangers borrow our address. Pure;
 * thread-safe.
 */
final class Redirects {
  private final URI site;

  /** For the website at this origin. */
  Redirects(String siteUrl) {
    site = URI.create(siteUrl + "/");
  }

  /** Every origin that an answer of this form may lead to, separated by spaces. */
  String origins(List<String> more) {
    String own = site.getScheme() + "://" + site.getRawAuthority();
    return more.isEmpty() ? own : own + " " + String.join(" ", more);
  }

  /** The page that thanks, on our own website. */
  String thanks() {
    return site.resolve("thanks.html").toString();
  }

  /** The front page of our own website. */
  String home() {
    return site.toString();
  }

  /** Whether this is a page of our own website. */
  boolean isOwn(String address) {
    return address.startsWith(site.toString());
  }

  /** Where {@code _next} leads; empty when it may not lead there. */
  Optional<String> resolve(String next, List<String> origins) {
    boolean plain = next.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\');
    if (!plain || next.startsWith("//")) {
      return Optional.empty();
    }
    try {
      URI target = site.resolve(new URI(next)).normalize();
      String origin = target.getScheme() + "://" + target.getRawAuthority();
      boolean own = origin.equals(site.getScheme() + "://" + site.getRawAuthority());
      boolean path = !target.isOpaque() && String.valueOf(target.getRawPath()).startsWith("/");
      return Optional.of(target.toString()).filter(to -> path && (own || origins.contains(origin)));
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }
}
