package org.alike.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The imported concepts of one kind, in the order of their names, and their names, in the order of
 * the concepts. Both are known by their place; a {@link Concept} is made when one is asked for. A
 * concept may be one of ours: then its names count for ours. Immutable; thread-safe.
 */
final class ImportedConcepts {
  /** What a name is to its concept, and how far it is believed; better ones first. */
  enum Standing {
    PREFERRED(0),
    LAYPERSON(1),
    EXACT(2),
    /** About the same: only good to ask back with. */
    RELATED(3);

    /** How the file writes it. */
    final int mark;

    Standing(int mark) {
      this.mark = mark;
    }
  }

  /** With this bit in its marks, a name is a short form: never recognised by a slip. */
  static final int SHORT = 4;

  /** With this bit, it is so short that it means many things: only good to ask back with. */
  static final int TINY = 8;

  private static final int STANDING = 3;
  private static final int CATEGORY = 1;

  private final Kind kind;
  private final Texts ids;

  /** The concepts in the order of their ids. */
  private final int[] byId;

  /** Ids of ours that imported concepts are, or are below of. */
  private final Texts ours;

  /** For each concept one more than the place of our id, or 0. */
  private final int[] oursOf;

  private final byte[] flags;
  private final int[] parentStarts;

  /** Twice the place of a concept, or twice the place of our id and one more. */
  private final int[] parents;

  private final Texts codes;
  private final int[] nameStarts;
  private final Texts names;
  private final byte[] marks;
  private final int[] conceptOfName;

  ImportedConcepts(Kind kind, ByteReader in) {
    this.kind = kind;
    ids = in.texts();
    byId = in.numbers(ids.size());
    ours = in.texts();
    oursOf = in.numbers(ids.size());
    flags = in.raw(ids.size());
    parentStarts = in.starts(ids.size());
    parents = in.numbers(parentStarts[ids.size()]);
    codes = in.texts();
    nameStarts = in.starts(ids.size());
    names = in.texts();
    marks = in.raw(names.size());
    conceptOfName = new int[names.size()];
    for (int concept = 0; concept < ids.size(); concept++) {
      Arrays.fill(conceptOfName, nameStarts[concept], nameStarts[concept + 1], concept);
    }
  }

  int size() {
    return ids.size();
  }

  int concept(int name) {
    return conceptOfName[name];
  }

  String name(int name) {
    return names.text(name);
  }

  Standing standing(int name) {
    return switch (marks[name] & STANDING) {
      case 0 -> Standing.PREFERRED;
      case 1 -> Standing.LAYPERSON;
      case 2 -> Standing.EXACT;
      default -> Standing.RELATED;
    };
  }

  boolean preferred(int name) {
    return (marks[name] & STANDING) == 0;
  }

  boolean shortForm(int name) {
    return (marks[name] & SHORT) != 0;
  }

  boolean tiny(int name) {
    return (marks[name] & TINY) != 0;
  }

  boolean category(int concept) {
    return (flags[concept] & CATEGORY) != 0;
  }

  /** Whether it is one of our own concepts. */
  boolean ours(int concept) {
    return oursOf[concept] != 0;
  }

  /** Its id: ours, where it is one of ours. */
  String id(int concept) {
    return ours(concept) ? ours.text(oursOf[concept] - 1) : ids.text(concept);
  }

  /** Every imported concept that is one of ours. */
  List<Integer> merged() {
    List<Integer> merged = new ArrayList<>();
    for (int concept = 0; concept < size(); concept++) {
      if (ours(concept)) {
        merged.add(concept);
      }
    }
    return merged;
  }

  /** The place of a concept that isn't one of ours. */
  Optional<Concept> find(String id) {
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = byId.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ids.compare(byId[middle], key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean found = low < byId.length && ids.compare(byId[low], key) == 0 && !ours(byId[low]);
    return found ? Optional.of(make(byId[low])) : Optional.empty();
  }

  private Concept make(int concept) {
    return new Concept(
        kind,
        ids.text(concept),
        names.text(nameStarts[concept]),
        null,
        otherNames(concept),
        parents(concept),
        List.of(),
        codes(concept),
        category(concept));
  }

  private List<String> otherNames(int concept) {
    List<String> all = meaningNames(concept);
    return all.subList(1, all.size());
  }

  /** The names that mean the concept alone, the preferred one first. */
  List<String> meaningNames(int concept) {
    List<String> meaning = new ArrayList<>();
    for (int name = nameStarts[concept]; name < nameStarts[concept + 1]; name++) {
      if (preferred(name) || (standing(name) != Standing.RELATED && !tiny(name))) {
        meaning.add(names.text(name));
      }
    }
    return meaning;
  }

  private Set<String> parents(int concept) {
    Set<String> above = new LinkedHashSet<>();
    for (int i = parentStarts[concept]; i < parentStarts[concept + 1]; i++) {
      above.add(parents[i] % 2 == 1 ? ours.text(parents[i] / 2) : ids.text(parents[i] / 2));
    }
    return above;
  }

  Map<String, String> codes(int concept) {
    Map<String, String> bySystem = new LinkedHashMap<>();
    for (String code : codes.text(concept).split("\\|", -1)) {
      int equals = code.indexOf('=');
      if (equals > 0) {
        bySystem.put(code.substring(0, equals), code.substring(equals + 1));
      }
    }
    return bySystem;
  }
}
