package org.alike.content;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.alike.kernel.Failure;
import org.alike.kernel.Preferences;
import org.alike.kernel.Request;

/**
 * Which reading a client asks for: {@code lang} and {@code level} of the address, or else the
 * languages its reader's browser names.
 *
 * @param lang the language the address names
 * @param accepted the languages the browser names
 * @param level standard unless the address says otherwise
 */
record Asked(Optional<String> lang, Preferences accepted, Level level) {
  private static final Pattern TAG = Pattern.compile("([A-Za-z]{2,3})(-[A-Za-z0-9]{1,8}){0,8}");

  /**
   * What this request asks for.
   *
   * @throws Failure INVALID for what is no language tag or no level of ours
   */
  static Asked of(Request request) {
    Optional<String> lang = request.query("lang");
    if (lang.isPresent() && !TAG.matcher(lang.get()).matches()) {
      throw Failure.invalid("lang", "shape", "This must be a language tag such as es.");
    }
    Level level =
        request
            .query("level")
            .map(
                id ->
                    Level.find(id)
                        .orElseThrow(
                            () -> Failure.invalid("level", "choice", "Say standard or plain.")))
            .orElse(Level.STANDARD);
    return new Asked(
        lang.map(Asked::primary), Preferences.of(request.header("accept-language")), level);
  }

  /** The reading asked for, of a page that is written in these languages among others. */
  Reading of(Outline outline) {
    return new Reading(lang.orElseGet(() -> liked(outline)), level);
  }

  /** The best liked language that the page has; else the best liked one, so that we say so. */
  private String liked(Outline outline) {
    String first = "";
    for (String range : accepted.inOrder()) {
      if (range.equals("*")) {
        return Reading.ENGLISH;
      }
      if (TAG.matcher(range).matches()) {
        String primary = primary(range);
        if (outline.languages().contains(primary)) {
          return primary;
        }
        first = first.isEmpty() ? primary : first;
      }
    }
    return first.isEmpty() ? Reading.ENGLISH : first;
  }

  private static String primary(String tag) {
    int end = tag.indexOf('-');
    return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
  }
}
