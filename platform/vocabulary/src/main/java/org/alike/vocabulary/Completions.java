package org.alike.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Autocomplete over the names of one kind. Holds every word of every name, with what follows it, in
 * alphabetical order, so that a prefix is one stretch found by binary search. Immutable.
 */
final class Completions {
  /** Shorter texts fit too much after a slip, and nobody completes longer ones. */
  private static final int SHORTEST_WITH_SLIP = 4;

  private static final int LONGEST_WITH_SLIP = 40;

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparing(Hit::fit)
          .thenComparing(hit -> !hit.name().preferred())
          .thenComparing(hit -> hit.name().concept().name())
          .thenComparing(hit -> hit.name().concept().id());

  private final List<Start> starts;

  Completions(List<Name> names) {
    List<Start> all = new ArrayList<>();
    for (Name name : names) {
      if (!name.concept().category()) {
        spellings(name.written()).forEach(text -> addStarts(all, name, text));
      }
    }
    all.sort(Comparator.comparing(Start::rest));
    starts = List.copyOf(all);
  }

  /** How well a name fits what was typed; the first is best. */
  private enum Fit {
    WHOLE_NAME,
    START_OF_NAME,
    START_OF_WORD,
    SLIP_AT_START_OF_NAME,
    SLIP_IN_LATER_WORD,
    SLIP_IN_FIRST_LETTER
  }

  /** A word of a name, with all that follows it. */
  private record Start(Name name, String rest, boolean firstWord) {
    Fit fit(String prefix) {
      if (!firstWord) {
        return Fit.START_OF_WORD;
      }
      return rest.length() == prefix.length() ? Fit.WHOLE_NAME : Fit.START_OF_NAME;
    }

    Fit fitAfterSlip(boolean inFirstLetter) {
      if (inFirstLetter) {
        return Fit.SLIP_IN_FIRST_LETTER;
      }
      return firstWord ? Fit.SLIP_AT_START_OF_NAME : Fit.SLIP_IN_LATER_WORD;
    }
  }

  private record Hit(Name name, Fit fit) {}

  private static void addStarts(List<Start> all, Name name, String text) {
    int at = 0;
    do {
      all.add(new Start(name, text.substring(at), at == 0));
      at = text.indexOf(' ', at) + 1;
    } while (at > 0);
  }

  /** As written, and in American spelling: half a word doesn't show yet that it is British. */
  private static Set<String> spellings(String text) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(String.join(" ", Letters.words(text)));
    spellings.add(Folded.of(text).exact());
    spellings.remove("");
    return spellings;
  }

  /** At most {@code limit} matches, best first, no concept twice. */
  List<Match> best(String typed, int limit) {
    Map<String, Hit> hits = new HashMap<>();
    for (String prefix : spellings(typed)) {
      for (Start start : starting(prefix)) {
        keepBetter(hits, new Hit(start.name, start.fit(prefix)));
      }
    }
    if (hits.size() < limit) {
      addSlips(hits, Folded.of(typed).exact());
    }
    return hits.values().stream()
        .sorted(BEST_FIRST)
        .limit(Math.max(limit, 0))
        .map(hit -> new Match(hit.name.concept(), hit.name.shown()))
        .toList();
  }

  private void addSlips(Map<String, Hit> hits, String typed) {
    if (typed.length() < SHORTEST_WITH_SLIP || typed.length() > LONGEST_WITH_SLIP) {
      return;
    }
    for (String prefix : Slips.around(typed)) {
      boolean firstLetter = prefix.charAt(0) != typed.charAt(0);
      for (Start start : starting(prefix)) {
        if (!start.name.shortForm()) {
          keepBetter(hits, new Hit(start.name, start.fitAfterSlip(firstLetter)));
        }
      }
    }
  }

  private static void keepBetter(Map<String, Hit> hits, Hit hit) {
    hits.merge(
        hit.name.concept().id(), hit, (old, now) -> BEST_FIRST.compare(now, old) < 0 ? now : old);
  }

  /** The stretch of all word starts that begin with the prefix. */
  private List<Start> starting(String prefix) {
    int from = firstFrom(prefix);
    int to = from;
    while (to < starts.size() && starts.get(to).rest.startsWith(prefix)) {
      to++;
    }
    return starts.subList(from, to);
  }

  private int firstFrom(String prefix) {
    int low = 0;
    int high = starts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts.get(middle).rest.compareTo(prefix) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
