package org.alike.alikes;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/** What insights cost. Run by hand; docs/matching.md has the command and what came out. */
final class InsightsBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int TIMES = 41;

  /** Kept, so that it has to be made. */
  private static volatile Object made = "nothing";

  private InsightsBenchmark() {}

  /** The numbers of people are arguments. */
  public static void main(String[] arguments) {
    for (String people : arguments) {
      run(Integer.parseInt(people));
    }
  }

  private static void run(int people) {
    Random random = new Random(47);
    List<Row> rows = new ArrayList<>();
    new Population("type-2-diabetes", 10).generate(people, row -> rows.add(told(row, random)));
    List<Row> silent = rows.stream().map(InsightsBenchmark::silent).toList();
    byte[] packed = PackedRows.pack(rows);
    say("== %,d members of one condition", people);
    say(
        "packed row: %.1f bytes, %.1f without details",
        (double) packed.length / people, (double) PackedRows.pack(silent).length / people);
    measure("unpacking", () -> PackedRows.unpack(packed));
    measure("insights of all", () -> insights(rows));
    say("kept: %s", made.getClass().getSimpleName());
    measure("insights of a hundred", () -> insights(rows.subList(0, Math.min(people, 100))));
  }

  private static Map<String, Object> insights(List<Row> rows) {
    Bands bands = Bands.of(new byte[32], "one", rows.stream().map(Row::id).toList());
    return Insights.of(rows, bands, Vocabulary.standard(), Rows.CLOSURE);
  }

  /** Two of three say something about each thing. */
  private static Row told(Row row, Random random) {
    Map<Feature, Detail> details = new HashMap<>();
    row.typed().stream()
        .sorted()
        .filter(feature -> random.nextInt(3) > 0)
        .forEach(feature -> details.put(feature, detail(feature, random)));
    return with(row, details);
  }

  private static Detail detail(Feature feature, Random random) {
    if (feature.kind() == Kind.SYMPTOM) {
      return Detail.of(any(Severity.values(), random));
    }
    if (feature.kind() == Kind.CONDITION) {
      return Detail.NONE;
    }
    String[] effects = {"fatigue", "nausea", "falls", "choking"};
    return Detail.of(
        any(Use.values(), random),
        any(Outcome.values(), random),
        Arrays.copyOf(effects, random.nextInt(3)));
  }

  private static <T> T any(T[] all, Random random) {
    return all[random.nextInt(all.length)];
  }

  private static Row silent(Row row) {
    return with(row, Map.of());
  }

  private static Row with(Row row, Map<Feature, Detail> details) {
    return new Row(
        row.id(),
        row.version(),
        row.joined(),
        row.typed(),
        details,
        row.birthYear(),
        row.attributes());
  }

  private static void measure(String what, Supplier<Object> work) {
    long[] nanos = new long[TIMES];
    for (int at = 0; at < TIMES; at++) {
      long start = THREADS.getCurrentThreadCpuTime();
      made = work.get();
      nanos[at] = THREADS.getCurrentThreadCpuTime() - start;
    }
    double first = nanos[0] / 1e6;
    Arrays.sort(nanos);
    say("%-24s CPU first %8.2f ms, median %8.2f ms", what, first, nanos[TIMES / 2] / 1e6);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
