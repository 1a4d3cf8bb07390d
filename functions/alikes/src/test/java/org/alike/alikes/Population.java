package org.alike.alikes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * Invented members of one condition's cohort, as many as wanted, always the same. Popularity falls
 * as in Zipf's law, over all that the vocabulary has. A cohort has groups (stages, forms), each
 * with symptoms and treatments of its own, which make about half of what its members tell.
 */
final class Population {
  private static final long SEED = 20261125;
  private static final int GROUPS = 12;
  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final String[] COUNTRIES = {
    "US", "GB", "DE", "CA", "AU", "FR", "IE", "NL", "AT", "ES", "IT", "SE", "CH", "BE", "NZ", "PL"
  };
  private static final String[] LANGUAGES = {
    "en", "en", "de", "en", "en", "fr", "en", "nl", "de", "es", "it", "sv", "de", "fr", "en", "pl"
  };

  private final Random random = new Random(SEED);
  private final String condition;
  private final List<List<Ranked>> groups = new ArrayList<>();
  private final List<Ranked> general = new ArrayList<>();
  private final double size;

  /** Features of a kind, the most popular first. */
  private record Ranked(Kind kind, List<String> ids) {
    Feature draw(Random random) {
      // The n-th comes with a probability of about 1 / n.
      int at = (int) (Math.exp(random.nextDouble() * Math.log(ids.size() + 1.0)) - 1);
      return new Feature(kind, ids.get(Math.min(at, ids.size() - 1)));
    }
  }

  /**
   * A population.
   *
   * @param condition what all have
   * @param size the mean number of ids that a member types
   */
  Population(String condition, double size) {
    this.condition = condition;
    this.size = size;
    for (Kind kind : Kind.values()) {
      general.add(shuffled(kind));
    }
    for (int group = 0; group < GROUPS; group++) {
      groups.add(
          List.of(shuffled(Kind.CONDITION), shuffled(Kind.SYMPTOM), shuffled(Kind.TREATMENT)));
    }
  }

  /** Tells of so many members, in the order of their ids. */
  void generate(int people, Consumer<Row> reader) {
    long span = 2L * 365 * 24 * 3600 * 1000;
    for (int number = 0; number < people; number++) {
      long millis = FIRST.toEpochMilli() + (long) ((double) span * number / people);
      reader.accept(row(millis));
    }
  }

  private Row row(long millis) {
    UUID id =
        new UUID(
            (millis << 16) | 0x7000 | random.nextInt(1 << 12),
            (random.nextLong() >>> 2) | (1L << 63));
    List<Ranked> group = groups.get((int) (GROUPS * Math.pow(random.nextDouble(), 1.5)));
    Set<Feature> typed = new HashSet<>();
    typed.add(new Feature(Kind.CONDITION, condition));
    // Some tell little and a few tell a lot.
    long wanted = Math.max(2, Math.round(size * 0.88 * Math.exp(0.5 * random.nextGaussian())));
    for (int tries = 0; typed.size() < wanted && tries < 4 * wanted; tries++) {
      double kind = random.nextDouble();
      int which = kind < 0.15 ? 0 : kind < 0.6 ? 1 : 2;
      typed.add((random.nextBoolean() ? group : general).get(which).draw(random));
    }
    Optional<Integer> born =
        random.nextInt(10) < 7
            ? Optional.of((int) (1965 + 14 * random.nextGaussian()))
            : Optional.empty();
    Instant joined = Instant.ofEpochMilli(millis).plusSeconds(random.nextInt(7200));
    return new Row(id.toString(), 1 + random.nextInt(5), joined, typed, born, attributes());
  }

  private Attributes attributes() {
    int home = (int) (COUNTRIES.length * Math.pow(random.nextDouble(), 2));
    List<String> languages =
        random.nextInt(4) == 0 ? List.of(LANGUAGES[home], "en") : List.of(LANGUAGES[home]);
    Map<Field, Audience> shown = new EnumMap<>(Field.class);
    Audience all = random.nextInt(4) == 0 ? Audience.MEMBERS : Audience.ALIKES;
    for (Field field : Field.values()) {
      shown.put(field, random.nextInt(12) == 0 ? Audience.MATCHING : all);
    }
    shown.put(Field.CARD, all);
    return new Attributes(
        random.nextInt(10) < 8
            ? Optional.of(random.nextInt(5) < 3 ? "female" : "male")
            : Optional.empty(),
        random.nextInt(10) < 7 ? Optional.of(COUNTRIES[home]) : Optional.empty(),
        languages,
        Wishes.NONE,
        shown);
  }

  private Ranked shuffled(Kind kind) {
    List<String> ids =
        new ArrayList<>(
            Vocabulary.standard().all(kind).stream()
                .filter(concept -> !concept.category())
                .map(Concept::id)
                .toList());
    java.util.Collections.shuffle(ids, random);
    return new Ranked(kind, ids);
  }
}
