package org.alike.alikes;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alike.kernel.Json;

/**
 * Prints for each profile of a file those most like it, with scores and reasons, so that anybody
 * can judge a configuration on data of their own. Reads the file twice and keeps no more of it than
 * an index. docs/matching.md has the command.
 *
 * @param profiles lines of JSON, see {@link ProfileLine}
 * @param ontology what implies what
 * @param parameters the configuration to judge
 * @param most so many for each
 * @param year the ages are those reached in this year
 */
record RankProfiles(
    ProfileFile profiles, Ontology ontology, LikenessParameters parameters, int most, int year) {
  private static final double MILLIONTHS = 1_000_000;

  /** Settings are system properties; an empty one is not set. */
  public static void main(String[] arguments) throws IOException {
    Optional<String> file = setting("parameters");
    RankProfiles ranking =
        new RankProfiles(
            new ProfileFile(
                Path.of(
                    setting("profiles").orElseThrow(() -> new IOException("-Drank.profiles=?")))),
            Ontology.read(
                setting("ontology").stream()
                    .flatMap(files -> Stream.of(files.split(",", -1)))
                    .map(Path::of)
                    .toList()),
            file.isPresent()
                ? LikenessParameters.of(Json.object(Files.readString(Path.of(file.get()))))
                : LikenessParameters.shipped(),
            Integer.parseInt(setting("top").orElse("10")),
            Integer.parseInt(setting("year").orElse("2026")));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    int bad = ranking.run(out, System.err);
    out.flush();
    if (bad > 0) {
      System.exit(1);
    }
  }

  /** Prints all; tells how many lines are bad. */
  int run(PrintStream out, PrintStream complaints) throws IOException {
    CohortIndexBuilder builder = new CohortIndexBuilder(ontology);
    int bad = profiles.read(builder::add, complaints);
    CohortIndex index = builder.build(parameters);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    profiles.read(row -> out.println(Json.write(ranked(index, row))), nowhere);
    return bad;
  }

  private Map<String, Object> ranked(CohortIndex index, Row row) {
    Traits caller = row.traits(ontology);
    Eligibility eligibility =
        new Eligibility(
            row.id(),
            row.attributes(),
            row.birthYear(),
            Set.of(),
            Filters.NONE,
            Instant.EPOCH,
            Set.of());
    List<Map<String, Object>> top =
        index.top(caller, eligibility, most, Optional.empty(), year).stream()
            .map(match -> json(match, caller, index.weights()))
            .toList();
    return Json.of("id", row.id(), "sure", sure(Sureness.of(caller, index.weights())), "top", top);
  }

  private Map<String, Object> json(Match match, Traits caller, Weights weights) {
    List<Map<String, Object>> shared =
        Shared.between(caller, match.traits(), weights, ontology).stream().map(this::json).toList();
    return Json.of(
        "id", match.id(),
        "score", match.points(),
        "sure", sure(Sureness.of(caller, match.traits(), weights)),
        "shared", shared);
  }

  private Map<String, Object> json(Shared shared) {
    return Json.of(
        "kind", shared.feature().kindName(),
        "id", shared.feature().id(),
        "name", ontology.name(shared.feature()),
        "weight", shared.weight() / MILLIONTHS,
        "holders", shared.holders(),
        "people", shared.people());
  }

  private static String sure(Sureness sureness) {
    return sureness.level().name().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getProperty("rank." + name))
        .filter(value -> !value.isEmpty());
  }
}
