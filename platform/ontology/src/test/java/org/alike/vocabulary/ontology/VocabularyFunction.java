package org.alike.vocabulary.ontology;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/** What a function does with the vocabulary, measured by the CPU time of its one thread. */
final class VocabularyFunction {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private VocabularyFunction() {}

  public static void main(String[] arguments) throws IOException {
    List<String> queries = Files.readAllLines(Path.of(arguments[0]));
    long before = used();
    long start = THREADS.getCurrentThreadCpuTime();
    Vocabulary vocabulary = Vocabulary.standard();
    long loaded = THREADS.getCurrentThreadCpuTime();
    long kept = used() - before;
    long first = THREADS.getCurrentThreadCpuTime();
    vocabulary.resolve(Kind.CONDITION, "lou gehrigs");
    vocabulary.complete(Kind.CONDITION, "lou", 10);
    long indexed = THREADS.getCurrentThreadCpuTime();
    VocabularyBenchmark.row("load: milliseconds, CPU", (loaded - start) / 1e6, 150);
    VocabularyBenchmark.row("  first question, milliseconds, CPU", (indexed - first) / 1e6, 150);
    VocabularyBenchmark.row("load: megabytes of heap kept", kept / 1e6, 40);
    ask("resolve", queries, query -> vocabulary.resolve(Kind.CONDITION, query));
    ask("complete", queries, query -> vocabulary.complete(Kind.CONDITION, query, 10, id -> 0));
    VocabularyBenchmark.row("all: megabytes of heap kept", (used() - before) / 1e6, 40);
    if (vocabulary.sources().isEmpty()) {
      System.out.println("  (nothing imported)");
    }
  }

  private static void ask(String what, List<String> queries, Consumer<String> question) {
    queries.subList(0, queries.size() / 4).forEach(question);
    long[] times = new long[queries.size()];
    for (int i = 0; i < times.length; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      question.accept(queries.get(i));
      times[i] = THREADS.getCurrentThreadCpuTime() - start;
    }
    Arrays.sort(times);
    VocabularyBenchmark.row(what + ": milliseconds, CPU, median", times[times.length / 2] / 1e6, 1);
    System.out.printf(
        "  %s: 90 %% in %.3f, 99 %% in %.3f, the longest in %.3f ms%n",
        what,
        times[times.length * 9 / 10] / 1e6,
        times[times.length * 99 / 100] / 1e6,
        times[times.length - 1] / 1e6);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
