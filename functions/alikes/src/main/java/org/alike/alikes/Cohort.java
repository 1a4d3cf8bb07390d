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
import org.alike.vocabulary.Headcounts;

/**
 * The people who count for a condition, as they were at one moment. Hidden ones are counted;
 * everything else is as a viewer sees them. Immutable and thread-safe; what it takes a look at
 * everybody to know is found out when first asked for.
 */
final class Cohort {
  /**
   * Up to so many people are ranked by an index of all of them, made anew after each change. In a
   * larger cohort, what is rare is weighed as of the last merge.
   */
  static final int MOST_INDEXED_ANEW = 20_000;

  /** For so many members who are apart from some, what they are told is remembered. */
  private static final int MOST_WITHOUT = 3;

  private final CohortState state;
  private final Segments segments;
  private final boolean complete;
  private final Hierarchy hierarchy;
  private final Audience viewer;
  private final Set<String> apart;
  private final Recent<Audience, Cohort> others = new Recent<>(1);
  private final Recent<Set<String>, Cohort> withouts = new Recent<>(MOST_WITHOUT);
  private final Supplier<List<Part>> parts = new Lazy<>(this::survey);
  private final Supplier<Ranking> ranking = new Lazy<>(this::rank);
  private final Supplier<Headcount> headcount = new Lazy<>(this::count);
  private final Recent<Instant, Ranking> before = new Recent<>(2);

  /** What a look at some found out, and who of them is not so any more. */
  private record Part(Survey survey, Set<String> overridden) {}

  /**
   * A cohort of these segments, as Alikes see it.
   *
   * @param complete false when there are more, which were not read
   */
  Cohort(CohortState state, Segments segments, boolean complete, Hierarchy hierarchy) {
    this(state, segments, complete, hierarchy, Audience.ALIKES, Set.of());
  }

  private Cohort(
      CohortState state,
      Segments segments,
      boolean complete,
      Hierarchy hierarchy,
      Audience viewer,
      Set<String> apart) {
    this.state = state;
    this.segments = segments;
    this.complete = complete;
    this.hierarchy = hierarchy;
    this.viewer = viewer;
    this.apart = apart;
  }

  /** The same people as somebody else sees them. */
  Cohort seenBy(Audience other) {
    return other == viewer
        ? this
        : others.get(other, () -> new Cohort(state, segments, complete, hierarchy, other, apart));
  }

  /**
   * The same people, for somebody who is apart from some of them: these are counted as for anybody,
   * and shape neither order nor weights nor questions. It is this cohort when none of them is
   * listed, which is nearly always so.
   */
  Cohort without(Set<String> parted) {
    if (parted.isEmpty()) {
      return this;
    }
    MemberIds listed = first().index().ids();
    Set<String> met =
        parted.stream().filter(id -> listed.find(id) >= 0).collect(Collectors.toUnmodifiableSet());
    return met.isEmpty()
        ? this
        : withouts.get(met, () -> new Cohort(state, segments, complete, hierarchy, viewer, met));
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
    readLog(reader);
  }

  /** Reads those who are listed to the viewer, and of them what they show. */
  void readListed(Consumer<Row> reader) {
    read(row -> row.seenBy(viewer).ifPresent(reader));
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
    return first().questions();
  }

  /** When the last of those who are listed joined. */
  Instant latest() {
    return parts.get().stream()
        .map(part -> part.survey().latest())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /** The cards that anybody may see, the newest first. */
  List<CardKey> open() {
    return parts.get().stream()
        .flatMap(
            part ->
                part.survey().open().stream()
                    .filter(card -> !part.overridden().contains(card.id())))
        .sorted(Comparator.comparing(CardKey::id).reversed())
        .toList();
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
    if (isLarge() || !latest().isAfter(asOf)) {
      return ranking();
    }
    return before.get(asOf, () -> rankJoined(asOf));
  }

  private Ranking rankJoined(Instant asOf) {
    CohortIndexBuilder builder = new CohortIndexBuilder(hierarchy::closure);
    readListed(
        row -> {
          if (!row.joined().isAfter(asOf) && !apart.contains(row.id())) {
            builder.add(row);
          }
        });
    return alone(builder.build(LikenessParameters.shipped()));
  }

  /** A large cohort is not looked at again after each change, only what has changed. */
  private List<Part> survey() {
    if (!isLarge()) {
      return List.of(new Part(new Survey(this::read, hierarchy, viewer, apart), Set.of()));
    }
    return List.of(
        new Part(segments.survey(viewer, apart), logged()),
        new Part(new Survey(this::readLog, hierarchy, viewer, apart), Set.of()));
  }

  private Ranking rank() {
    CohortIndex all = first().index();
    if (!isLarge()) {
      return alone(all);
    }
    CohortIndexBuilder changed = new CohortIndexBuilder(hierarchy::closure);
    readLog(row -> row.seenBy(viewer).ifPresent(changed::add));
    return new Ranking(all, Optional.of(changed.build(all.weights())), logged());
  }

  private static Ranking alone(CohortIndex index) {
    return new Ranking(index, Optional.empty(), Set.of());
  }

  /** People of a more specific condition are all in it, so the groups within are the true ones. */
  private Headcount count() {
    Headcounts counts = hierarchy.headcounts();
    int people = 0;
    for (Part part : parts.get()) {
      people = part.survey().count(counts, people, part.overridden());
    }
    return complete ? Headcount.of(counts.of(condition())) : new Headcount(people, true);
  }

  private Survey first() {
    return parts.get().get(0).survey();
  }

  private boolean isLarge() {
    return size() > MOST_INDEXED_ANEW;
  }

  private void readLog(Consumer<Row> reader) {
    state.log().forEach(entry -> entry.row().ifPresent(reader));
  }

  private Set<String> logged() {
    return state.log().stream().map(LogEntry::memberId).collect(Collectors.toSet());
  }
}
