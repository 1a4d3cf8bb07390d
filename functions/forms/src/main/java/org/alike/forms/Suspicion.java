package org.alike.forms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.kernel.Texts;

/**
 * Why a submission may come from a machine. A strong sign is enough to set it aside; of weak ones,
 * which people show as well, it takes two, and three where the browser has worked for it. Nothing
 * is ever dropped for it. Pure.
 */
final class Suspicion {
  private static final int FASTEST_MILLIS = 2_000;
  private static final int MANY_LINKS = 8;
  private static final int SOME_LINKS = 3;
  private static final int LONG_TEXT = 20;
  private static final int MOST_COPIES = 2;
  private static final int MOST_HEADER = 1_000;
  private static final List<String> LINKS = List.of("http://", "https://", "[url", "<a ");
  private final List<String> strong = new ArrayList<>();
  private final List<String> weak = new ArrayList<>();

  private Suspicion() {}

  /** The reasons to set this submission aside; none when it is to be received. */
  static List<String> reasons(
      FormDefinition form, Sent sent, Controls controls, Request request, long sameTextBefore) {
    Suspicion suspicion = new Suspicion();
    suspicion.lookAtTraps(controls);
    suspicion.lookAtOrigin(form, request);
    suspicion.lookAtTime(controls, request);
    suspicion.lookAtTexts(sent.content(), sameTextBefore);
    int enough = suspicion.hasWorked(form, controls, request) ? 3 : 2;
    if (suspicion.strong.isEmpty() && suspicion.weak.size() < enough) {
      return List.of();
    }
    suspicion.strong.addAll(suspicion.weak);
    return List.copyOf(suspicion.strong);
  }

  /** The strong reasons that the texts alone give. */
  static List<String> ofTexts(List<Entry> content) {
    Suspicion suspicion = new Suspicion();
    suspicion.lookAtTexts(content, 0);
    return List.copyOf(suspicion.strong);
  }

  private void lookAtTraps(Controls controls) {
    if (controls.trapped()) {
      strong.add("honeypot");
    }
    if (controls.phishing()) {
      strong.add("phishing");
    }
  }

  /** Without the header nobody knows: browsers leave it out of plain posts from the same origin. */
  private void lookAtOrigin(FormDefinition form, Request request) {
    Optional<String> origin = request.header("origin");
    boolean elsewhere = origin.filter(from -> !form.origins().contains(from)).isPresent();
    if (!form.origins().isEmpty() && elsewhere) {
      strong.add("origin");
    }
  }

  /**
   * What our own script measured is a duration. What Formspree's tells is a time by a clock that
   * may be wrong, so it counts for less.
   */
  private void lookAtTime(Controls controls, Request request) {
    if (controls.elapsed().isPresent() && controls.elapsed().getAsLong() < FASTEST_MILLIS) {
      strong.add("too-fast");
    }
    Map<String, Object> session = session(request);
    if (session.get("loadedAt") instanceof Number loaded) {
      long open = request.received().toEpochMilli() - loaded.longValue();
      if (open >= 0 && open < FASTEST_MILLIS) {
        weak.add("too-fast");
      }
    }
    if (Boolean.TRUE.equals(session.get("webdriver"))) {
      weak.add("webdriver");
    }
  }

  /**
   * Our script sends work with every form. Whoever doesn't use it has nothing to send, and is none
   * the worse for it.
   */
  private boolean hasWorked(FormDefinition form, Controls controls, Request request) {
    String key = request.header("idempotency-key").orElse("");
    boolean worked =
        controls
            .work()
            .filter(work -> Work.isDone(work, form.form(), key, request.received()))
            .isPresent();
    if (!worked && (controls.work().isPresent() || controls.elapsed().isPresent())) {
      weak.add("no-work");
    }
    return worked;
  }

  private void lookAtTexts(List<Entry> content, long sameTextBefore) {
    int links = content.stream().mapToInt(entry -> links(entry.value())).sum();
    if (links > MANY_LINKS) {
      strong.add("links");
    } else if (links > SOME_LINKS) {
      weak.add("links");
    }
    Map<String, Integer> copies = new HashMap<>();
    content.stream()
        .map(entry -> entry.value().strip())
        .filter(text -> Texts.length(text) >= LONG_TEXT)
        .forEach(text -> copies.merge(text, 1, Integer::sum));
    boolean repeated = copies.values().stream().anyMatch(times -> times > MOST_COPIES);
    if (repeated || sameTextBefore > MOST_COPIES) {
      strong.add("repeated-text");
    }
  }

  private static int links(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int links = 0;
    for (String mark : LINKS) {
      for (int at = lower.indexOf(mark); at >= 0; at = lower.indexOf(mark, at + 1)) {
        links++;
      }
    }
    return links;
  }

  /** What Formspree's script knows of the page; anything that can't be read tells nothing. */
  private static Map<String, Object> session(Request request) {
    String header = request.header("formspree-session-data").orElse("");
    if (header.isEmpty() || header.length() > MOST_HEADER) {
      return Map.of();
    }
    try {
      byte[] json = Base64.getDecoder().decode(header);
      return Json.object(new String(json, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | Failure unreadable) {
      return Map.of();
    }
  }
}
