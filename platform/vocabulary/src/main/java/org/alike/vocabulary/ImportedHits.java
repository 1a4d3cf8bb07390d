package org.alike.vocabulary;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Function;

/**
 * What autocomplete has found among imported names, as numbers in the order of {@link Hits}: the
 * objects are made for the few that are shown. Not thread-safe.
 */
final class ImportedHits {
  /** So many names are looked at for one text, beyond those that begin with it. */
  private static final int MOST_SCANNED = 4000;

  private static final int NAME_BITS = 24;
  private static final int POPULARITY_BITS = 30;
  private static final int MOST_POPULAR = (1 << POPULARITY_BITS) - 1;

  private final ImportedConcepts concepts;
  private final Hits hits;
  private final BitSet seen;
  private long[] keys = new long[64];
  private int count;
  private int distinct;
  private int scanned;

  ImportedHits(ImportedConcepts concepts, Hits hits) {
    this.concepts = concepts;
    this.hits = hits;
    seen = new BitSet(concepts.size());
  }

  boolean mayScan() {
    return scanned < MOST_SCANNED;
  }

  /** Counts a name that is looked at; false when those were enough. */
  boolean scan() {
    return scanned++ < MOST_SCANNED;
  }

  /** Whether these and the hits from before are as many as asked for. */
  boolean areEnough() {
    return hits.areEnough() || distinct >= hits.limit();
  }

  void add(int name, Fit fit) {
    int concept = concepts.concept(name);
    if (concepts.category(concept)) {
      return;
    }
    if (!seen.get(concept)) {
      seen.set(concept);
      distinct++;
    }
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, count * 2);
    }
    keys[count++] = key(name, concept, tempered(name, fit));
  }

  /** A short form of somebody else's making is never as good as a name. */
  private Fit tempered(int name, Fit fit) {
    return concepts.tiny(name) && fit.compareTo(Fit.START_OF_WORD) < 0 ? Fit.START_OF_WORD : fit;
  }

  private long key(int name, int concept, Fit fit) {
    long popular = Math.min(hits.popularity(concepts.id(concept)), MOST_POPULAR);
    long key = fit.rank;
    key = key << POPULARITY_BITS | (MOST_POPULAR - popular);
    key = key << 1 | (concepts.ours(concept) ? 0 : 1);
    key = key << 1 | (concepts.preferred(name) ? 0 : 1);
    return key << NAME_BITS | name;
  }

  /** Adds the best of them, each concept once, as many as can be shown. */
  void moveTo(Hits target, Function<String, Concept> byId) {
    Arrays.sort(keys, 0, count);
    BitSet moved = new BitSet(concepts.size());
    for (int i = 0; i < count && moved.cardinality() < target.limit(); i++) {
      int name = (int) (keys[i] & ((1 << NAME_BITS) - 1));
      int concept = concepts.concept(name);
      if (!moved.get(concept)) {
        moved.set(concept);
        Fit fit = Fit.ofRank((int) (keys[i] >>> (NAME_BITS + POPULARITY_BITS + 2)));
        boolean preferred = concepts.preferred(name);
        boolean ours = concepts.ours(concept);
        target.add(
            byId.apply(concepts.id(concept)), concepts.name(name), preferred && !ours, fit, !ours);
      }
    }
  }
}
