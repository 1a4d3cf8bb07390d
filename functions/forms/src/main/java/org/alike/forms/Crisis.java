package org.alike.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.alike.kernel.Json;
import org.alike.kernel.Request;

/**
 * Recognises that somebody may be in danger by their own hand, and says where help is found, in
 * their country and language. All of it is data ({@code forms/crisis}). Nothing is held back for
 * it. Thread-safe.
 */
final class Crisis {
  private static final List<String> WORDS = List.of("en", "es", "de", "fr", "pt", "it");
  private static final String ELSEWHERE = "international";
  private final CrisisWords words = CrisisWords.in(WORDS);
  private final Map<String, Object> messages = read("messages");

  /** Whether any of these texts says so. */
  boolean isIn(Stream<String> texts) {
    return texts.map(CrisisWords::of).anyMatch(words::areIn);
  }

  /** Whether a submission says so. */
  boolean isIn(Submission submission) {
    return isIn(submission.values().stream().map(Submission.Value::value));
  }

  /** The help for who sent this, if its words call for it. */
  Optional<Help> help(Request request, Submission submission) {
    return Optional.of(submission)
        .filter(Submission::urgent)
        .map(urgent -> help(request, urgent.values(), urgent.language()));
  }

  /** The help for who has begun this, if its words call for it. */
  Optional<Help> help(Request request, Sent begun) {
    List<Submission.Value> values =
        begun.content().stream().map(e -> new Submission.Value(e.name(), e.value())).toList();
    return isIn(values.stream().map(Submission.Value::value))
        ? Optional.of(help(request, values, Optional.empty()))
        : Optional.empty();
  }

  /** The help for who sent this, or is shown it. */
  Help help(Request request, List<Submission.Value> values, Optional<String> language) {
    List<String> tags = Stream.concat(language.stream(), Wording.liked(request).stream()).toList();
    Map<String, Object> elsewhere = read("lines/" + ELSEWHERE);
    Optional<String> country = country(request, values, tags, elsewhere);
    Map<String, Object> local = country.map(code -> read("lines/" + code)).orElse(elsewhere);
    List<Help.Line> lines = new ArrayList<>(lines(local));
    country.ifPresent(code -> lines.addAll(lines(elsewhere)));
    String tongue = tongue(tags);
    Map<String, Object> said = Json.asObject(messages.get(tongue)).orElseThrow();
    return new Help(
        tongue,
        country,
        text(said, "title"),
        text(said, "message"),
        text(said, "emergency").formatted(text(local, "emergency")),
        lines);
  }

  private String tongue(List<String> tags) {
    return tags.stream()
        .map(Wording::primary)
        .filter(messages::containsKey)
        .findFirst()
        .orElse("en");
  }

  /** As they said themselves, or as the network or the browser says; only where we know lines. */
  private static Optional<String> country(
      Request request,
      List<Submission.Value> values,
      List<String> tags,
      Map<String, Object> elsewhere) {
    Map<String, Object> homes = Json.asObject(elsewhere.get("homes")).orElse(Map.of());
    Stream<String> told =
        values.stream().filter(v -> v.name().equals("country")).map(Submission.Value::value);
    Stream<String> network = request.header("cloudfront-viewer-country").stream();
    Stream<String> regions = tags.stream().flatMap(tag -> region(tag).stream());
    Stream<String> home =
        tags.stream().limit(1).map(tag -> String.valueOf(homes.get(Wording.primary(tag))));
    return Stream.of(told, network, regions, home)
        .flatMap(codes -> codes)
        .map(code -> code.strip().toUpperCase(Locale.ROOT))
        .filter(Crisis::isKnown)
        .findFirst();
  }

  private static Optional<String> region(String tag) {
    int mark = tag.lastIndexOf('-');
    return mark < 0 ? Optional.empty() : Optional.of(tag.substring(mark + 1));
  }

  private static boolean isKnown(String code) {
    boolean two = code.length() == 2 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    return two && Crisis.class.getResource(resource("lines/" + code)) != null;
  }

  private static List<Help.Line> lines(Map<String, Object> json) {
    List<?> lines = json.get("lines") instanceof List<?> list ? list : List.of();
    return lines.stream()
        .flatMap(line -> Json.asObject(line).stream())
        .map(
            line ->
                new Help.Line(
                    text(line, "name"),
                    text(line, "contact"),
                    text(line, "hours"),
                    text(line, "url")))
        .toList();
  }

  private static String text(Map<String, Object> json, String name) {
    return json.get(name) instanceof String text ? text : "";
  }

  private static String resource(String name) {
    return "/forms/crisis/" + name + ".json";
  }

  private static Map<String, Object> read(String name) {
    try (InputStream in = Crisis.class.getResourceAsStream(resource(name))) {
      return Json.trusted(Objects.requireNonNull(in, name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
