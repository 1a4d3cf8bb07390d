package org.alike.alikes;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Request;
import org.alike.vocabulary.Vocabulary;

/**
 * The members most like the caller as rows, with what they say about what they have. Thread-safe.
 */
final class NearestMembers implements MyInsights.Neighbours {
  private static final int REMEMBERED = 20;

  /** What members of a cohort say, by condition, version and viewer; of those who say anything. */
  private final Recent<List<String>, Map<String, Map<Feature, Detail>>> details =
      new Recent<>(REMEMBERED);

  private final Lookout lookout;
  private final Vocabulary vocabulary;

  NearestMembers(Lookout lookout, Vocabulary vocabulary) {
    this.lookout = lookout;
    this.vocabulary = vocabulary;
  }

  @Override
  public MyInsights.Nearest of(Request request, int most) {
    Optional<String> condition = Filters.of(request, vocabulary).condition();
    Candidates candidates = lookout.candidates(request.member(), condition);
    Instant now = request.received();
    List<Row> rows =
        candidates
            .top(Filters.NONE, candidates.latest(now), most, Optional.empty(), Lookout.year(now))
            .stream()
            .map(found -> row(found, candidates.viewer()))
            .toList();
    return new MyInsights.Nearest(rows, candidates.complete());
  }

  private Row row(Candidates.Found found, Audience viewer) {
    Match match = found.match();
    return new Row(
        match.id(),
        0,
        Instant.EPOCH,
        match.traits().typed(),
        details(found.cohort(), viewer).getOrDefault(match.id(), Map.of()),
        Optional.empty(),
        match.attributes());
  }

  private Map<String, Map<Feature, Detail>> details(Cohort cohort, Audience viewer) {
    return details.get(
        List.of(cohort.condition(), cohort.version(), viewer.name()),
        () -> {
          Map<String, Map<Feature, Detail>> all = new HashMap<>();
          cohort.readListed(
              row -> {
                if (!row.details().isEmpty()) {
                  all.put(row.id(), row.details());
                }
              });
          return all;
        });
  }
}
