package org.alike.content;

import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alike.kernel.Preferences;
import org.alike.kernel.Request;

/** The forms that a condition's page can be served in. */
enum Form {
  /** schema.org, for machines. */
  LINKED_DATA("application/ld+json", "application/ld+json"),
  /** For scripts, and for whoever does not say. */
  JSON("application/json", "application/json; charset=utf-8"),
  /** A whole page, for browsers and crawlers. */
  HTML("text/html", "text/html; charset=utf-8");

  private final String mediaType;
  private final String contentType;

  Form(String mediaType, String contentType) {
    this.mediaType = mediaType;
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  /** The one that the client likes best; among equals one that it names, else JSON. */
  static Form wantedBy(Request request) {
    Preferences accepted = Preferences.of(request.header("accept"));
    Predicate<Form> named = form -> accepted.named(form.mediaType).isPresent();
    return Stream.of(values())
        .filter(form -> accepted.ofMediaType(form.mediaType) > 0)
        .max(
            Comparator.<Form>comparingDouble(form -> accepted.ofMediaType(form.mediaType))
                .thenComparing(named::test)
                .thenComparing(form -> form == JSON && !named.test(form)))
        .orElse(JSON);
  }
}
