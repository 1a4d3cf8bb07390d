package org.alike.vocabulary;

import java.util.Arrays;

/** For each word of a table the sequences of words that hold it. Immutable; thread-safe. */
final class WordHolders {
  /** Where the sequences of each word begin, and at last where all end. */
  private final int[] starts;

  private final int[] sequences;

  /**
   * @param words how many there are
   * @param starts where each sequence begins, and at last where all end
   * @param all the words of all sequences
   */
  WordHolders(int words, int[] starts, int[] all) {
    this.starts = new int[words + 1];
    sequences = new int[all.length];
    for (int word : all) {
      this.starts[word + 1]++;
    }
    for (int word = 0; word < words; word++) {
      this.starts[word + 1] += this.starts[word];
    }
    int[] next = Arrays.copyOf(this.starts, words);
    for (int sequence = 0; sequence + 1 < starts.length; sequence++) {
      for (int at = starts[sequence]; at < starts[sequence + 1]; at++) {
        sequences[next[all[at]]++] = sequence;
      }
    }
  }

  int count(int word) {
    return starts[word + 1] - starts[word];
  }

  int sequence(int word, int i) {
    return sequences[starts[word] + i];
  }
}
