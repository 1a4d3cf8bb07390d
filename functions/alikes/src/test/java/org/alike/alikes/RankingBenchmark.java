package org.alike.alikes;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.alike.vocabulary.Vocabulary;

/**
 * How long the exact twenty most alike of many take, beside Lucene finding the same by the same
 * score. Run by hand; docs/matching.md has the command and what came out.
 */
final class RankingBenchmark {
  private static final int MOST = 20;
  private static final int YEAR = 2026;
  private static final int SEGMENT = 10_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Closure CLOSURE = new Hierarchy(Vocabulary.standard())::closure;

  private final int people;
  private final List<byte[]> segments = new ArrayList<>();
  private final List<Row> callers = new ArrayList<>();
  private long typed;
  private long expanded;

  private RankingBenchmark(int people) {
    this.people = people;
  }

  /** The numbers of people are arguments. */
  public static void main(String[] arguments) throws Exception {
    for (int mean : new int[] {5, 10, 27}) {
      pack(mean);
    }
    for (String people : arguments) {
      new RankingBenchmark(Integer.parseInt(people)).run();
    }
  }

  private static void pack(int mean) {
    List<Row> rows = new ArrayList<>();
    new Population("type-2-diabetes", mean).generate(SEGMENT, rows::add);
    List<Row> bare =
        rows.stream()
            .map(
                row ->
                    new Row(
                        row.id(),
                        row.version(),
                        row.joined(),
                        Set.of(),
                        row.birthYear(),
                        row.attributes()))
            .toList();
    say(
        "packed row of %.1f ids: %.1f bytes, %.1f without the ids",
        rows.stream().mapToInt(row -> row.typed().size()).average().orElse(0),
        (double) PackedRows.pack(rows).length / SEGMENT,
        (double) PackedRows.pack(bare).length / SEGMENT);
  }

  private void run() throws Exception {
    say("== %,d members of one condition", people);
    generate();
    long start = System.nanoTime();
    CohortIndex index = index();
    say("index: %,d listed, made in %.1f s", index.people(), (System.nanoTime() - start) / 1e9);
    say(
        "memory: %.1f MB, %.0f bytes a member",
        index.memory() / 1e6, (double) index.memory() / index.people());
    List<List<String>> own = measure("own index", callers, caller -> ask(index, caller));
    List<Row> brief = callers.stream().map(RankingBenchmark::brief).toList();
    measure("own index, 5 ids told", brief, caller -> ask(index, caller));
    measure("own index, wishes and filters", callers, caller -> askWithWishes(index, caller));
    List<Row> few = callers.subList(0, Math.min(callers.size(), 60));
    try (LuceneRanking lucene = new LuceneRanking(index)) {
      measure("own index, the same callers", few, caller -> ask(index, caller));
      List<List<String>> others =
          measure(
              "Lucene, same score",
              few,
              caller -> lucene.top(traits(caller), caller.id(), MOST, YEAR));
      say("same answers: %d of %d", same(own, others), others.size());
    }
  }

  private void generate() {
    List<Row> segment = new ArrayList<>();
    int step = Math.max(1, people / 400);
    long[] read = new long[1];
    new Population("type-2-diabetes", 27)
        .generate(
            people,
            row -> {
              typed += row.typed().size();
              if (read[0]++ % step == 0) {
                callers.add(row);
                expanded += row.traits(CLOSURE).features().size();
              }
              segment.add(row);
              if (segment.size() == SEGMENT) {
                segments.add(PackedRows.pack(segment));
                segment.clear();
              }
            });
    segments.add(PackedRows.pack(segment));
    long bytes = segments.stream().mapToLong(packed -> packed.length).sum();
    say(
        "features: %.1f typed, %.1f closed a member",
        (double) typed / people, (double) expanded / callers.size());
    say("packed rows: %.1f bytes a member", (double) bytes / people);
  }

  private CohortIndex index() {
    CohortIndexBuilder builder = new CohortIndexBuilder(CLOSURE);
    segments.forEach(packed -> PackedRows.read(packed, builder::add));
    return builder.build(LikenessParameters.shipped());
  }

  private static List<String> ask(CohortIndex index, Row caller) {
    return ask(index, caller, Rows.everythingShown(), Filters.NONE);
  }

  /** The caller's sex and language only, ten years around, and one of the caller's features. */
  private static List<String> askWithWishes(CohortIndex index, Row caller) {
    Attributes own = caller.attributes();
    Attributes wishing =
        new Attributes(
            own.sex(),
            own.country(),
            own.languages(),
            new Wishes(true, false, true, 10, false),
            own.shown());
    List<Feature> one = caller.typed().stream().sorted().skip(1).limit(1).toList();
    Filters filters =
        new Filters(
            Optional.empty(),
            one,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return ask(index, caller, wishing, filters);
  }

  private static List<String> ask(CohortIndex index, Row caller, Attributes own, Filters filters) {
    Eligibility eligibility =
        new Eligibility(
            caller.id(),
            own,
            caller.birthYear(),
            Set.of(),
            filters,
            Instant.ofEpochSecond(1L << 40),
            Set.of());
    return index.top(traits(caller), eligibility, MOST, Optional.empty(), YEAR).stream()
        .map(match -> match.points() + " " + match.id())
        .toList();
  }

  private static Traits traits(Row row) {
    return row.traits(CLOSURE);
  }

  private static Row brief(Row row) {
    Set<Feature> five = Set.copyOf(row.typed().stream().sorted().limit(5).toList());
    return new Row(row.id(), row.version(), row.joined(), five, row.birthYear(), row.attributes());
  }

  /** Asks for everybody twice, and counts the second time. */
  private static List<List<String>> measure(
      String what, List<Row> callers, Function<Row, List<String>> ask) {
    List<List<String>> cold = callers.stream().map(ask).toList();
    List<List<String>> answers = new ArrayList<>();
    long[] nanos = new long[callers.size()];
    for (int at = 0; at < nanos.length; at++) {
      long start = THREADS.getCurrentThreadCpuTime();
      answers.add(ask.apply(callers.get(at)));
      nanos[at] = THREADS.getCurrentThreadCpuTime() - start;
    }
    Arrays.sort(nanos);
    if (!answers.equals(cold)) {
      throw new IllegalStateException("The same question has two answers");
    }
    say(
        "%-30s %4d callers: CPU median %8.3f ms, p99 %8.3f ms, most %8.3f ms",
        what,
        nanos.length,
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) (nanos.length * 0.99)] / 1e6,
        nanos[nanos.length - 1] / 1e6);
    return answers;
  }

  private static int same(List<List<String>> some, List<List<String>> others) {
    int same = 0;
    for (int at = 0; at < others.size(); at++) {
      same += some.get(at).equals(others.get(at)) ? 1 : 0;
    }
    return same;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
