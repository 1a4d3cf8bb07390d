package org.alike.vocabulary;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The imported names of one kind as sequences of words, in the order of their words, so that those
 * that begin alike are one stretch. A name that is written in British spelling has two sequences.
 * Immutable; thread-safe.
 */
final class NameTable {
  private final WordTable words;

  /** The name of each sequence. */
  private final int[] names;

  /** Where the words of each sequence begin, and at last where all end. */
  private final int[] starts;

  private final int[] sequence;
  private final HashTable byStems;
  private final HashTable byLetters;

  /** Made when first asked for. Two threads may both make it; either is as good. */
  private volatile @Nullable WordHolders holders;

  private NameTable(WordTable words, int[] names, int[] starts, int[] sequence) {
    this.words = words;
    this.names = names;
    this.starts = starts;
    this.sequence = sequence;
    byStems = new HashTable(names.length);
    byLetters = new HashTable(names.length);
    index();
  }

  private void index() {
    for (int i = 0; i < names.length; i++) {
      int stems = 0;
      int letters = 0;
      for (int at = starts[i]; at < starts[i + 1]; at++) {
        int word = sequence[at];
        stems += words.stemHash(word);
        letters = letters * words.power(word) + words.hash(word);
      }
      if (stems != 0) {
        byStems.add(stems, i);
      }
      byLetters.add(WordTable.mixed(letters), i);
    }
  }

  static NameTable read(ByteReader in, WordTable words) {
    int count = in.number();
    int[] names = in.numbers(count);
    int[] starts = in.starts(count);
    return new NameTable(words, names, starts, in.numbers(starts[count]));
  }

  /**
   * @param names the name of each sequence
   * @param sequences in the order of their words
   */
  static void write(int[] names, List<int[]> sequences, ByteWriter out) {
    out.number(names.length);
    out.numbers(names);
    sequences.forEach(sequence -> out.number(sequence.length));
    sequences.forEach(out::numbers);
  }

  int name(int i) {
    return names[i];
  }

  /** The words of a sequence. */
  Folded folded(int i) {
    String[] texts = new String[starts[i + 1] - starts[i]];
    for (int word = 0; word < texts.length; word++) {
      texts[word] = words.word(sequence[starts[i] + word]);
    }
    return new Folded(List.of(texts), List.of(texts));
  }

  boolean endsWith(int i, int word) {
    return sequence[starts[i + 1] - 1] == word;
  }

  int length(int i) {
    return starts[i + 1] - starts[i];
  }

  /** Sequences whose stems may add up to this hash. */
  int[] withStems(int hash) {
    return byStems.get(hash);
  }

  /** Sequences whose letters without spaces may have this hash, as of a {@link String}. */
  int[] withLetters(int hash) {
    return byLetters.get(WordTable.mixed(hash));
  }

  /** The sequences that begin with these words, the last of which may be any of a stretch. */
  WordTable.Stretch startingWith(int[] first, WordTable.Stretch last) {
    return new WordTable.Stretch(lowerBound(first, last.from()), lowerBound(first, last.to()));
  }

  private int lowerBound(int[] first, int last) {
    int low = 0;
    int high = names.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (before(middle, first, last)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean before(int i, int[] first, int last) {
    int at = starts[i];
    for (int word : first) {
      if (at == starts[i + 1] || sequence[at] < word) {
        return true;
      }
      if (sequence[at++] > word) {
        return false;
      }
    }
    return at == starts[i + 1] || sequence[at] < last;
  }

  /** Which sequences hold which word. */
  WordHolders holders() {
    WordHolders made = holders;
    if (made == null) {
      made = new WordHolders(words.size(), starts, sequence);
      holders = made;
    }
    return made;
  }

  /** Whether these words stand in a row within a sequence, the last being any of a stretch. */
  boolean contains(int i, int[] first, WordTable.Stretch last) {
    for (int at = starts[i]; at + first.length < starts[i + 1]; at++) {
      int word = sequence[at + first.length];
      if (word >= last.from()
          && word < last.to()
          && Arrays.equals(sequence, at, at + first.length, first, 0, first.length)) {
        return true;
      }
    }
    return false;
  }
}
