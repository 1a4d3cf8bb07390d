package org.alike.alikes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.alike.kernel.Digest;

/**
 * The people who count for a condition, as they were at one moment. Immutable and thread-safe; what
 * it takes a look at everybody to know is found out when first asked for.
 */
final class Cohort {
  /**
   * Up to so many people are ranked by an index of all of them, made anew after each change. In a
   * larger cohort, what is rare is weighed as of the last merge.
   */
  static final int MOST_INDEXED_ANEW = 20_000;

  private final CohortState state;
  private final Segments segments;
  private final boolean complete;
  private final Hierarchy hierarchy;
  private final Supplier<Ranking> ranking = new Lazy<>(this::rank);
  private final Supplier<Headcount> headcount = new Lazy<>(this::count);
  private final Supplier<NextQuestion> questions = new Lazy<>(() -> NextQuestion.among(rows()));
  private final Supplier<Instant> latest = new Lazy<>(this::lastJoined);
  private final Supplier<List<CardKey>> open = new Lazy<>(this::openCards);
  private final Recent<Instant, Ranking> before = new Recent<>(2);

  /**
   * A cohort of these segments.
   *
   * @param complete false when there are more, which were not read
   */
  Cohort(CohortState state, Segments segments, boolean complete, Hierarchy hierarchy) {
    this.state = state;
    this.segments = segments;
    this.complete = complete;
    this.hierarchy = hierarchy;
  }

  /** The condition's id. */
  String condition() {
    return state.condition();
  }

  /** Another one when a row is another. */
  String version() {
    return version(state);
  }

  static String version(CohortState state) {
    String log = state.log().stream().map(LogEntry::tag).collect(Collectors.joining("\n"));
    return Digest.of(Long.toString(state.manifest().version()), log);
  }

  /** False when there are more people, who were not read. */
  boolean complete() {
    return complete;
  }

  Segments segments() {
    return segments;
  }

  /** How many people there are at most. */
  int size() {
    return segments.people() + state.log().size();
  }

  /** Reads everybody, hidden or not, in no particular order. */
  void read(Consumer<Row> reader) {
    segments.read(logged(), reader);
    state.log().forEach(entry -> entry.row().ifPresent(reader));
  }

  /** Everybody, hidden or not. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    read(rows::add);
    return rows;
  }

  /** How many people there are, as far as it may be told. */
  Headcount headcount() {
    return headcount.get();
  }

  /** What to ask somebody next. */
  NextQuestion questions() {
    return questions.get();
  }

  /** When the last of those who are listed joined. */
  Instant latest() {
    return latest.get();
  }

  /** The cards that anybody may see, the newest first. */
  List<CardKey> open() {
    return open.get();
  }

  /** The listed members, ready to be ranked. */
  Ranking ranking() {
    return ranking.get();
  }

  /**
   * The same among those who had joined by this moment, so that who joins later changes no order.
   * In a large cohort, where few change little, they are only left out.
   */
  Ranking ranking(Instant asOf) {
    if (!latest().isAfter(asOf) || size() > MOST_INDEXED_ANEW) {
      return ranking();
    }
    return before.get(asOf, () -> rankJoined(asOf));
  }

  private Ranking rankJoined(Instant asOf) {
    CohortIndexBuilder builder = new CohortIndexBuilder(hierarchy::closure);
    read(
        row -> {
          if (!row.joined().isAfter(asOf)) {
            builder.add(row);
          }
        });
    return alone(builder.build(LikenessParameters.shipped()));
  }

  private Ranking rank() {
    CohortIndexBuilder builder = new CohortIndexBuilder(hierarchy::closure);
    if (size() <= MOST_INDEXED_ANEW) {
      read(builder::add);
      return alone(builder.build(LikenessParameters.shipped()));
    }
    CohortIndex all = segments.index();
    state.log().forEach(entry -> entry.row().ifPresent(builder::add));
    return new Ranking(all, Optional.of(builder.build(all.weights())), logged());
  }

  private static Ranking alone(CohortIndex index) {
    return new Ranking(index, Optional.empty(), Set.of());
  }

  private Headcount count() {
    return Headcount.of(this, hierarchy);
  }

  private Instant lastJoined() {
    Instant[] last = {Instant.EPOCH};
    read(
        row -> {
          if (row.attributes().listed() && row.joined().isAfter(last[0])) {
            last[0] = row.joined();
          }
        });
    return last[0];
  }

  private List<CardKey> openCards() {
    List<CardKey> cards = new ArrayList<>();
    read(
        row -> {
          if (row.attributes().shown().get(Field.CARD) == Audience.PUBLIC) {
            cards.add(new CardKey(row.id(), row.version()));
          }
        });
    cards.sort(Comparator.comparing(CardKey::id).reversed());
    return cards;
  }

  private Set<String> logged() {
    return state.log().stream().map(LogEntry::memberId).collect(Collectors.toSet());
  }
}
