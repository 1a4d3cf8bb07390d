package org.alike.alikes;

import java.util.Comparator;
import java.util.Locale;
import org.alike.vocabulary.Kind;

/**
 * One thing that two people may have in common: a condition, a symptom or a treatment.
 *
 * @param kind which of the three
 * @param id the vocabulary's id
 */
record Feature(Kind kind, String id) implements Comparable<Feature> {
  private static final Comparator<Feature> ORDER =
      Comparator.comparing(Feature::kind).thenComparing(Feature::id);

  /** The kind as clients read it. */
  String kindName() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(Feature other) {
    return ORDER.compare(this, other);
  }
}
