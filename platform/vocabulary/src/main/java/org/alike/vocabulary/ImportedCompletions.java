package org.alike.vocabulary;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Autocomplete over the imported names of one kind. Immutable; thread-safe.
 *
 * <p>The work is bounded: for one and two letters only preferred names that begin with them are
 * looked at, and later words of names only while what begins better is too little, up to a limit.
 */
final class ImportedCompletions {
  /** So few letters begin too many words. */
  private static final int FEW_LETTERS = 2;

  private final ImportedConcepts concepts;
  private final WordTable words;
  private final NameTable names;
  private final Function<String, Concept> byId;

  /**
   * @param byId finds a concept, ours or imported
   */
  ImportedCompletions(ImportedKind kind, Function<String, Concept> byId) {
    concepts = kind.concepts();
    words = kind.words();
    names = kind.names();
    this.byId = byId;
  }

  /** The words of a text, all but the last as places in the table, the last as a stretch. */
  private static final class Phrase {
    final int[] first;
    final WordTable.Stretch last;

    Phrase(int[] first, WordTable.Stretch last) {
      this.first = first;
      this.last = last;
    }
  }

  /** Adds what fits to the hits; what fits worse only while there are too few. */
  void addTo(Hits hits, String typed) {
    boolean few = typed.strip().length() <= FEW_LETTERS;
    ImportedHits found = new ImportedHits(concepts, hits);
    for (String text : Completions.spellings(typed)) {
      String[] texts = text.split(" ", -1);
      Phrase phrase = phrase(texts);
      if (phrase != null) {
        addStarts(found, phrase, texts, few);
      }
    }
    if (!few && !found.areEnough()) {
      for (String text : Completions.spellings(typed)) {
        Phrase phrase = phrase(text.split(" ", -1));
        if (phrase != null) {
          addLaterWords(found, phrase, Fit.START_OF_WORD, false);
        }
      }
    }
    if (!few && !found.areEnough()) {
      addSlips(found, Folded.of(typed).exact());
    }
    found.moveTo(hits, byId);
  }

  private @Nullable Phrase phrase(String[] texts) {
    int[] first = new int[texts.length - 1];
    for (int i = 0; i < first.length; i++) {
      first[i] = words.find(texts[i]);
      if (first[i] < 0) {
        return null;
      }
    }
    WordTable.Stretch last = words.startingWith(texts[texts.length - 1]);
    return last.isEmpty() ? null : new Phrase(first, last);
  }

  private void addStarts(ImportedHits found, Phrase phrase, String[] texts, boolean few) {
    WordTable.Stretch stretch = names.startingWith(phrase.first, phrase.last);
    boolean wholeWord = words.word(phrase.last.from()).equals(texts[texts.length - 1]);
    for (int i = stretch.from(); i < stretch.to(); i++) {
      int name = names.name(i);
      if (!few || concepts.preferred(name)) {
        boolean whole =
            wholeWord && names.length(i) == texts.length && names.endsWith(i, phrase.last.from());
        found.add(name, whole ? Fit.WHOLE_NAME : Fit.START_OF_NAME);
      }
    }
  }

  private void addLaterWords(ImportedHits found, Phrase phrase, Fit fit, boolean afterSlip) {
    if (phrase.first.length > 0) {
      scan(found, rarest(phrase.first), phrase, fit, afterSlip);
      return;
    }
    for (int word = phrase.last.from(); word < phrase.last.to() && found.mayScan(); word++) {
      scan(found, word, phrase, fit, afterSlip);
    }
  }

  private int rarest(int[] candidates) {
    int rarest = candidates[0];
    for (int word : candidates) {
      rarest = names.holders().count(word) < names.holders().count(rarest) ? word : rarest;
    }
    return rarest;
  }

  /** Adds the names that hold the word and, around it, the phrase. */
  private void scan(ImportedHits found, int word, Phrase phrase, Fit fit, boolean afterSlip) {
    for (int i = 0; i < names.holders().count(word) && found.scan(); i++) {
      int sequence = names.holders().sequence(word, i);
      int name = names.name(sequence);
      boolean fits =
          phrase.first.length == 0 || names.contains(sequence, phrase.first, phrase.last);
      if (fits && !(afterSlip && concepts.shortForm(name))) {
        found.add(name, fit);
      }
    }
  }

  private void addSlips(ImportedHits found, String typed) {
    if (typed.length() < Completions.SHORTEST_WITH_SLIP
        || typed.length() > Completions.LONGEST_WITH_SLIP) {
      return;
    }
    String[] texts = typed.split(" ", -1);
    for (int i = 0; i < texts.length; i++) {
      if (i < texts.length - 1 && words.find(texts[i]) >= 0) {
        continue; // one slip is all there may be, and a word that is right is none
      }
      for (String slip : Slips.around(texts[i], known(texts[i]) + 1)) {
        String[] mended = texts.clone();
        mended[i] = slip;
        Phrase phrase =
            slip.isEmpty() ? null : phrase(String.join(" ", List.of(mended)).split(" ", -1));
        if (phrase != null) {
          boolean firstLetter = i == 0 && slip.charAt(0) != texts[0].charAt(0);
          addMended(found, phrase, firstLetter);
        }
      }
    }
  }

  private void addMended(ImportedHits found, Phrase phrase, boolean firstLetter) {
    WordTable.Stretch stretch = names.startingWith(phrase.first, phrase.last);
    Fit fit = firstLetter ? Fit.SLIP_IN_FIRST_LETTER : Fit.SLIP_AT_START_OF_NAME;
    for (int i = stretch.from(); i < stretch.to() && found.scan(); i++) {
      if (!concepts.shortForm(names.name(i))) {
        found.add(names.name(i), fit);
      }
    }
    addLaterWords(
        found, phrase, firstLetter ? Fit.SLIP_IN_FIRST_LETTER : Fit.SLIP_IN_LATER_WORD, true);
  }

  /** How many letters of the text some word begins with. */
  private int known(String text) {
    int known = 0;
    while (known < text.length() && !words.startingWith(text.substring(0, known + 1)).isEmpty()) {
      known++;
    }
    return known;
  }
}
