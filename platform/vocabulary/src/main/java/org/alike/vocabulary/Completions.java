package org.alike.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Autocomplete over the names of one kind. Holds every word of every name, with what follows it, in
 * alphabetical order, so that a prefix is one stretch found by binary search. Immutable.
 */
final class Completions {
  /** Shorter texts fit too much after a slip, and nobody completes longer ones. */
  static final int SHORTEST_WITH_SLIP = 4;

  static final int LONGEST_WITH_SLIP = 40;

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

  private static void addStarts(List<Start> all, Name name, String text) {
    int at = 0;
    do {
      all.add(new Start(name, text.substring(at), at == 0));
      at = text.indexOf(' ', at) + 1;
    } while (at > 0);
  }

  /** As written, and in American spelling: half a word doesn't show yet that it is British. */
  static Set<String> spellings(String text) {
    Folded folded = Folded.of(text);
    String american = folded.exact();
    return american.isEmpty()
        ? Set.of()
        : new LinkedHashSet<>(List.of(String.join(" ", folded.plain()), american));
  }

  /** Adds what fits to the hits; what fits after a slip only while there are too few. */
  void addTo(Hits hits, String typed) {
    for (String prefix : spellings(typed)) {
      for (Start start : starting(prefix)) {
        hits.add(start.name, start.fit(prefix));
      }
    }
    if (!hits.areEnough()) {
      addSlips(hits, Folded.of(typed).exact());
    }
  }

  private void addSlips(Hits hits, String typed) {
    if (typed.length() < SHORTEST_WITH_SLIP || typed.length() > LONGEST_WITH_SLIP) {
      return;
    }
    for (String prefix : Slips.around(typed, known(typed) + 1)) {
      boolean firstLetter = prefix.charAt(0) != typed.charAt(0);
      for (Start start : starting(prefix)) {
        if (!start.name.shortForm()) {
          hits.add(start.name, start.fitAfterSlip(firstLetter));
        }
      }
    }
  }

  /** How many letters of the text some word begins with: no single slip behind them helps. */
  private int known(String typed) {
    int known = 0;
    while (known < typed.length() && isStart(typed.substring(0, known + 1))) {
      known++;
    }
    return known;
  }

  private boolean isStart(String prefix) {
    int first = firstFrom(prefix);
    return first < starts.size() && starts.get(first).rest.startsWith(prefix);
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
