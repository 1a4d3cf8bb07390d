package org.alike.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.alike.kernel.Json;
import org.alike.kernel.Preferences;
import org.alike.kernel.Request;

/**
 * What our own pages say, in one of the languages that there is a file of ({@code pages/es.json}).
 * Immutable; thread-safe.
 *
 * @param language as HTML names it
 * @param texts by name
 */
record Wording(String language, Map<String, String> texts) {
  private static final List<String> LANGUAGES = List.of("en", "es");
  private static final Map<String, Wording> READ = new ConcurrentHashMap<>();

  /** For who sends this request; a language that the form itself named goes first. */
  static Wording of(Request request, Optional<String> named) {
    return in(Stream.concat(named.stream(), liked(request).stream()).toList());
  }

  /** The languages that a request likes, best first. */
  static List<String> liked(Request request) {
    return Preferences.of(request.header("accept-language")).inOrder();
  }

  private static Wording in(List<String> tags) {
    String language =
        tags.stream().map(Wording::primary).filter(LANGUAGES::contains).findFirst().orElse("en");
    return READ.computeIfAbsent(language, Wording::read);
  }

  /** The language alone of a tag such as {@code es-MX}. */
  static String primary(String tag) {
    return tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }

  /** The text of this name, with what belongs at its {@code %s}. */
  String say(String name, Object... parts) {
    String text = Objects.requireNonNull(texts.get(name), name);
    return parts.length == 0 ? text : text.formatted(parts);
  }

  String day(Instant moment) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Locale.forLanguageTag(language))
        .format(moment.atOffset(ZoneOffset.UTC));
  }

  private static Wording read(String language) {
    String resource = "/forms/pages/" + language + ".json";
    try (InputStream in = Wording.class.getResourceAsStream(resource)) {
      Map<String, String> texts = new ConcurrentHashMap<>();
      Json.trusted(Objects.requireNonNull(in, resource))
          .forEach((name, text) -> texts.put(name, String.valueOf(text)));
      return new Wording(language, Map.copyOf(texts));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
