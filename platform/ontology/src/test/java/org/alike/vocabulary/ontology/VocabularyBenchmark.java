package org.alike.vocabulary.ontology;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Measures what docs/vocabulary.md promises, on an ontology of 25,000 conditions with 100,000
 * names. Run by hand: {@code mvn -Pvocabulary-benchmark -pl platform/ontology -am}. Loading and
 * asking are measured in Java virtual machines of their own, set up like a function's.
 */
final class VocabularyBenchmark {
  private static final int CONDITIONS = 25_000;
  private static final int NAMES_A_CONDITION = 4;
  private static final long SEED = 20_261_123;
  private static final int ROUNDS = 5;

  private VocabularyBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("vocabulary");
    try {
      measure(folder);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void measure(Path folder) throws IOException, InterruptedException {
    Path obo = folder.resolve("mondo.obo");
    SyntheticOntology ontology = new SyntheticOntology(SEED);
    ontology.write(obo, CONDITIONS, NAMES_A_CONDITION);
    Path target = folder.resolve("classes/org/alike/vocabulary/imported.vocabulary");
    long cpu = cpu();
    long start = System.nanoTime();
    if (!OntologyImport.run(List.of(obo.toString(), "--to=" + target), System.out, System.err)) {
      throw new IllegalStateException("The import failed");
    }
    Path queries = folder.resolve("queries");
    Files.write(queries, queries(ontology.names()));
    row("import: seconds, wall", (System.nanoTime() - start) / 1e9, 60);
    row("import: seconds, CPU of its thread", (cpu() - cpu) / 1e9, 60);
    row("artifact: megabytes", Files.size(target) / 1e6, 6);
    for (int round = 0; round < ROUNDS; round++) {
      function(folder.resolve("classes"), queries);
    }
    System.out.println("The same without an import:");
    function(folder.resolve("nothing"), queries);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  static void row(String what, double value, double most) {
    String verdict = value < most ? "" : "  TOO MUCH";
    System.out.printf("%-52s %9.3f  (< %.0f)%s%n", what, value, most, verdict);
  }

  /** What members type: names, with slips, half of them, first letters, nonsense. */
  private static List<String> queries(List<String> names) {
    Random random = new Random(SEED);
    List<String> queries = new ArrayList<>();
    List<String> ours =
        List.of("migraine", "lou gehrigs", "type 2 diabetis", "i have ms", "cant swallow", "T2D");
    for (int i = 0; i < 4000; i++) {
      String name = names.get(random.nextInt(names.size()));
      queries.add(
          switch (i % 8) {
            case 0 -> name;
            case 1 -> slip(name, random);
            case 2 -> name.substring(0, Math.min(name.length(), 1 + random.nextInt(2)));
            case 3 -> name.substring(0, Math.min(name.length(), 3 + random.nextInt(6)));
            case 4 -> slip(name.substring(0, Math.min(name.length(), 8)), random);
            case 5 -> "something that nobody has " + i;
            case 6 -> name.substring(name.lastIndexOf(' ') + 1);
            default -> ours.get(random.nextInt(ours.size()));
          });
    }
    return queries;
  }

  private static String slip(String text, Random random) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at + 1);
  }

  private static void function(Path imported, Path queries)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx40m",
                "-classpath",
                imported + File.pathSeparator + System.getProperty("java.class.path"),
                VocabularyFunction.class.getName(),
                queries.toString())
            .redirectErrorStream(true)
            .start();
    System.out.print(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    if (process.waitFor() != 0) {
      throw new IllegalStateException("A function failed");
    }
  }
}
