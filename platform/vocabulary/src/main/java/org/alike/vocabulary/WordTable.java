package org.alike.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Every word of the imported names of one kind once, in the order of their bytes, so that a prefix
 * is one stretch. A word is known by its place. Immutable; thread-safe.
 */
final class WordTable {
  private static final int NONE = -1;

  private final Texts words;

  /** The hash of each word's stem; 0 for a word without weight. */
  private final int[] stems;

  /** The hash of each word, as of a {@link String}. */
  private final int[] hashes;

  /** 31 to the power of each word's length: what a {@link String}'s hash grows by before it. */
  private final int[] powers;

  /** The letters that occur in each word, a bit for each. */
  private final int[] letters;

  private WordTable(Texts words, int[] stems) {
    this.words = words;
    this.stems = stems;
    hashes = new int[words.size()];
    powers = new int[words.size()];
    letters = new int[words.size()];
    for (int word = 0; word < words.size(); word++) {
      read(word);
    }
  }

  private void read(int word) {
    int hash = 0;
    int power = 1;
    int set = 0;
    boolean ascii = true;
    for (int i = 0; i < words.length(word); i++) {
      byte b = words.at(word, i);
      hash = 31 * hash + b;
      power *= 31;
      set |= 1 << (b >= 'a' && b <= 'z' ? b - 'a' : 26);
      ascii &= b >= 0;
    }
    hashes[word] = ascii ? hash : words.text(word).hashCode();
    powers[word] = power;
    letters[word] = set;
  }

  static WordTable read(ByteReader in) {
    Texts words = in.texts();
    int[] stems = new int[words.size()];
    for (int i = 0; i < stems.length; i++) {
      stems[i] = in.fixed();
    }
    return new WordTable(words, stems);
  }

  /**
   * @param words sorted by their bytes
   */
  static void write(List<String> words, ByteWriter out) {
    out.texts(words);
    words.forEach(word -> out.fixed(stem(word)));
  }

  /** The hash of a word's stem, or 0 when it has no weight. The same in every virtual machine. */
  static int stem(String word) {
    return Words.filler(word) ? 0 : mixed(Words.stem(word).hashCode());
  }

  /** Spreads a hash, so that sums of hashes differ. */
  static int mixed(int hash) {
    int h = hash * 0x9e3779b1;
    h = (h ^ (h >>> 15)) * 0x85ebca6b;
    h ^= h >>> 13;
    return h == 0 ? 1 : h;
  }

  int size() {
    return words.size();
  }

  String word(int word) {
    return words.text(word);
  }

  int power(int word) {
    return powers[word];
  }

  /** How many bytes it has. */
  int length(int word) {
    return words.length(word);
  }

  /** The letters that occur in it, as {@link Misspellings#letterSet} tells them. */
  int letters(int word) {
    return letters[word];
  }

  int stemHash(int word) {
    return stems[word];
  }

  int hash(int word) {
    return hashes[word];
  }

  /** The place of a word, or a negative number. */
  int find(String word) {
    byte[] key = word.getBytes(StandardCharsets.UTF_8);
    int at = lowerBound(i -> words.compare(i, key) < 0);
    return at < size() && words.compare(at, key) == 0 ? at : NONE;
  }

  boolean contains(String word) {
    return find(word) >= 0;
  }

  /** A stretch of words: from, included, to, not included. */
  record Stretch(int from, int to) {
    boolean isEmpty() {
      return from >= to;
    }
  }

  /** The words that begin with a text. */
  Stretch startingWith(String prefix) {
    byte[] key = prefix.getBytes(StandardCharsets.UTF_8);
    return new Stretch(
        lowerBound(i -> words.comparePrefix(i, key) < 0),
        lowerBound(i -> words.comparePrefix(i, key) <= 0));
  }

  private int lowerBound(IntPredicate before) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (before.test(middle)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
