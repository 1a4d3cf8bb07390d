package org.alike.wisdom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alike.kernel.Json;

/**
 * Recognises words that ask for help before any answer, and says where it is found. Words, messages
 * and lines are data ({@code urgent-help.json}), so that whoever runs a site can put the lines of
 * its country there. Errs on the side of showing help. Immutable; thread-safe.
 */
final class UrgentHelp {
  private static final String FILE = "urgent-help.json";
  private static final Pattern SENTENCE = Pattern.compile("[.!?;\\n]+");

  /** "No chest pain", "I don't have chest pain", "without chest pain". */
  private static final Pattern NEGATED =
      Pattern.compile(
          "\\b(?:no|not|never|without|dont have|doesnt have|didnt have)(?: \\w+){0,2} $");

  private static final Pattern LONG_AGO =
      Pattern.compile("\\b(?:years? ago|months? ago|last year|used to|in the past|history of)\\b");

  private static final Pattern SOMEBODY =
      Pattern.compile(
          "\\b(?:i|im|ive|my|me|he|hes|she|shes|his|her|they|we|our|somebody|someone)\\b");

  private final List<Kind> kinds;

  private record Kind(
      String name, boolean ofSomebody, List<Pattern> words, String message, List<?> lines) {}

  private UrgentHelp(List<Kind> kinds) {
    this.kinds = kinds;
  }

  /** As configured in this jar. */
  static UrgentHelp configured() {
    try (InputStream file = UrgentHelp.class.getResourceAsStream(FILE)) {
      Map<String, Object> json = Json.trusted(Objects.requireNonNull(file, FILE));
      List<Kind> kinds = new ArrayList<>();
      if (json.get("kinds") instanceof List<?> entries) {
        entries.forEach(entry -> Json.asObject(entry).map(UrgentHelp::kind).ifPresent(kinds::add));
      }
      return new UrgentHelp(List.copyOf(kinds));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The help that these words ask for, as answers show it; the gravest kind first. */
  Optional<Map<String, Object>> neededBy(String words) {
    String plain = words.toLowerCase(Locale.ROOT).replaceAll("['’]", "").replaceAll("[-,:()]", " ");
    for (Kind kind : kinds) {
      for (String sentence : SENTENCE.split(plain, -1)) {
        if (said(kind, sentence.replaceAll("\\s+", " "))) {
          return Optional.of(
              Json.of("kind", kind.name, "message", kind.message, "lines", kind.lines));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean said(Kind kind, String sentence) {
    if (LONG_AGO.matcher(sentence).find()
        || (kind.ofSomebody && !SOMEBODY.matcher(sentence).find())) {
      return false;
    }
    for (Pattern words : kind.words) {
      Matcher matcher = words.matcher(sentence);
      while (matcher.find()) {
        if (!NEGATED.matcher(sentence.substring(0, matcher.start())).find()) {
          return true;
        }
      }
    }
    return false;
  }

  private static Kind kind(Map<String, Object> json) {
    return new Kind(
        String.valueOf(json.get("kind")),
        Boolean.TRUE.equals(json.get("ofSomebody")),
        list(json, "words").stream().map(w -> Pattern.compile("\\b(?:" + w + ")")).toList(),
        String.valueOf(json.get("message")),
        list(json, "lines"));
  }

  private static List<?> list(Map<String, Object> json, String name) {
    return json.get(name) instanceof List<?> list ? list : List.of();
  }
}
