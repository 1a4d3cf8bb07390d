package org.alike.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Writes what {@link WordTable} and {@link NameTable} read. Not thread-safe. */
final class NameTableWriter {
  private final List<Sequence> sequences = new ArrayList<>();

  private record Sequence(int name, List<String> words) {}

  /**
   * @param names in the order of their concepts
   */
  NameTableWriter(List<String> names) {
    for (int name = 0; name < names.size(); name++) {
      Folded folded = Folded.of(names.get(name));
      if (!folded.words().isEmpty()) {
        sequences.add(new Sequence(name, folded.words()));
        // Half a word doesn't show yet that it is British.
        if (!folded.plain().equals(folded.words())) {
          sequences.add(new Sequence(name, folded.plain()));
        }
      }
    }
  }

  void write(ByteWriter out) {
    TreeSet<String> words = new TreeSet<>(Utf8.ORDER);
    sequences.forEach(sequence -> words.addAll(sequence.words));
    WordTable.write(List.copyOf(words), out);
    Map<String, Integer> places = new HashMap<>();
    words.forEach(word -> places.put(word, places.size()));
    List<int[]> sorted = new ArrayList<>();
    for (Sequence sequence : sequences) {
      int[] numbers = new int[sequence.words.size() + 1];
      Arrays.setAll(
          numbers,
          i -> i < sequence.words.size() ? places.get(sequence.words.get(i)) : sequence.name);
      sorted.add(numbers);
    }
    sorted.sort(NameTableWriter::compareWords);
    int[] names = sorted.stream().mapToInt(numbers -> numbers[numbers.length - 1]).toArray();
    NameTable.write(
        names,
        sorted.stream().map(numbers -> Arrays.copyOf(numbers, numbers.length - 1)).toList(),
        out);
  }

  private static int compareWords(int[] one, int[] other) {
    int words = Arrays.compare(one, 0, one.length - 1, other, 0, other.length - 1);
    return words == 0 ? Integer.compare(one[one.length - 1], other[other.length - 1]) : words;
  }
}
