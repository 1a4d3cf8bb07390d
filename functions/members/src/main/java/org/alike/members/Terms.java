package org.alike.members;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Resolution;
import org.alike.vocabulary.Vocabulary;

/**
 * What a person's words for conditions, symptoms or treatments came to. Nothing is guessed and
 * nothing is lost: words that mean no concept, or more than one, stay as they were typed.
 *
 * @param ids concepts of the vocabulary
 * @param unknown words that mean nothing to the vocabulary
 * @param ambiguous words that may mean several concepts
 */
record Terms(List<String> ids, List<String> unknown, List<String> ambiguous) {
  static final Terms NONE = new Terms(List.of(), List.of(), List.of());

  Terms {
    ids = List.copyOf(ids);
    unknown = List.copyOf(unknown);
    ambiguous = List.copyOf(ambiguous);
  }

  static Terms of(Vocabulary vocabulary, Kind kind, List<String> words) {
    Set<String> ids = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    Set<String> ambiguous = new LinkedHashSet<>();
    for (String typed : words) {
      Resolution meaning = vocabulary.resolve(kind, typed);
      if (meaning instanceof Resolution.Found found) {
        ids.add(found.concept().id());
      } else {
        (meaning instanceof Resolution.Ambiguous ? ambiguous : unknown).add(typed);
      }
    }
    return new Terms(new ArrayList<>(ids), new ArrayList<>(unknown), new ArrayList<>(ambiguous));
  }
}
