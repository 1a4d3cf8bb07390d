package org.alike.alikes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.alike.vocabulary.Headcounts;

/**
 * What one look at rows finds out: unpacking them is what takes the time. The index and what to ask
 * next are made when first asked for. Immutable and thread-safe.
 */
final class Survey {
  /** So many listed members teach what to ask next; more would teach the same. */
  private static final int SAMPLE = 20_000;

  private final List<String> ids = new ArrayList<>();
  private final List<Set<String>> counting = new ArrayList<>();
  private final List<CardKey> open = new ArrayList<>();
  private final Supplier<CohortIndex> index;
  private final Supplier<NextQuestion> questions;
  private Instant latest = Instant.EPOCH;

  /**
   * A look at all rows that are read by this; no member may have two.
   *
   * @param viewer as whom it is looked
   * @param apart ids of those who are counted only, being apart from the one who looks
   */
  Survey(Consumer<Consumer<Row>> reading, Hierarchy hierarchy, Audience viewer, Set<String> apart) {
    CohortIndexBuilder listed = new CohortIndexBuilder(hierarchy::closure);
    List<Row> sample = new ArrayList<>();
    Map<Set<String>, Set<String>> same = new HashMap<>();
    reading.accept(
        row -> {
          ids.add(row.id());
          counting.add(same.computeIfAbsent(hierarchy.cohorts(row), Set::copyOf));
          row.seenBy(viewer)
              .filter(seen -> !apart.contains(seen.id()))
              .ifPresent(
                  seen -> {
                    listed.add(seen);
                    look(seen);
                    if (sample.size() < SAMPLE && NextQuestion.teaches(seen)) {
                      sample.add(seen);
                    }
                  });
        });
    index = new Lazy<>(() -> listed.build(LikenessParameters.shipped()));
    questions = new Lazy<>(() -> NextQuestion.among(sample));
  }

  private void look(Row row) {
    if (row.joined().isAfter(latest)) {
      latest = row.joined();
    }
    if (row.attributes().shown().get(Field.CARD) == Audience.PUBLIC) {
      open.add(new CardKey(row.id(), row.version()));
    }
  }

  /** Counts everybody but these, hidden or not, beginning with this number; tells the next one. */
  int count(Headcounts counts, int from, Set<String> except) {
    int person = from;
    for (int at = 0; at < ids.size(); at++) {
      if (!except.contains(ids.get(at))) {
        counts.add(person++, counting.get(at));
      }
    }
    return person;
  }

  /** The cards that anybody may see, in no particular order. */
  List<CardKey> open() {
    return Collections.unmodifiableList(open);
  }

  /** When the last of those who are listed joined. */
  Instant latest() {
    return latest;
  }

  /** The listed, ready to be ranked. */
  CohortIndex index() {
    return index.get();
  }

  /** What to ask somebody next. */
  NextQuestion questions() {
    return questions.get();
  }
}
