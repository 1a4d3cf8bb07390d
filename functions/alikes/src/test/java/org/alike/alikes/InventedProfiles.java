package org.alike.alikes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.alike.kernel.Json;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * Makes the profiles that rankings are judged on, always the same, from groups written by hand.
 * Each person draws from the lists of a group item by item, and adds what people of any group tell.
 * Nothing here knows how a ranking weighs anything.
 *
 * <p>A short profile is of the same person, as people fill in a form: five terms at most, half of
 * them replaced by a more general one.
 */
final class InventedProfiles {
  private static final int PEOPLE = 12;
  private static final int SHORT = 5;
  private static final double OFTEN = 0.4;
  private static final double SOMETIMES = 0.15;
  private static final double COMMON = 0.7;
  private static final int MOST_OTHERS = 5;
  private static final double AGE_TOLD = 0.7;
  private static final int YEAR = 2026;

  private final Random random = new Random(47);

  /** Its own, so that another vocabulary changes the short profiles only. */
  private final Random vagueness = new Random(48);

  private final List<Group> groups = groups(false);
  private final List<String> common = groups(true).get(0).often();
  private final List<String> anything = groups.stream().flatMap(Group::items).toList();
  private final List<String> full = new ArrayList<>();
  private final List<String> brief = new ArrayList<>();

  /** A line of groups.tsv. */
  private record Group(
      Feature cohort,
      String name,
      int youngest,
      int oldest,
      List<String> often,
      List<String> sometimes) {
    static Group of(String line) {
      String[] cells = line.split("\t", -1);
      String[] ages = cells[2].split("-", -1);
      return new Group(
          new Feature(Kind.CONDITION, cells[0]),
          cells[1],
          Integer.parseInt(ages[0]),
          Integer.parseInt(ages[1]),
          List.of(cells[3].split(" ", -1)),
          List.of(cells[4].split(" ", -1)));
    }

    Stream<String> items() {
      return Stream.concat(often.stream(), sometimes.stream());
    }
  }

  private InventedProfiles() {
    for (Group group : groups) {
      for (int number = 1; number <= PEOPLE; number++) {
        Set<Feature> told = told(group);
        Optional<Integer> born =
            random.nextDouble() < AGE_TOLD ? Optional.of(born(group)) : Optional.empty();
        full.add(line(group, number, told, born));
        brief.add(line(group, number, vague(told, group.cohort()), born));
      }
    }
  }

  /** The lines of a file of the test set. */
  static Stream<String> lines(String name) {
    try (InputStream file =
        Objects.requireNonNull(
            InventedProfiles.class.getResourceAsStream("ranking/" + name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Writes the files into a folder. */
  public static void main(String[] folder) throws IOException {
    Files.write(Path.of(folder[0], "profiles-full.jsonl"), full());
    Files.write(Path.of(folder[0], "profiles-short.jsonl"), brief());
  }

  /** All that people have to tell. */
  static List<String> full() {
    return new InventedProfiles().full;
  }

  /** The same people, as they fill in a form. */
  static List<String> brief() {
    return new InventedProfiles().brief;
  }

  /** All that groups.tsv names. */
  static List<Feature> named() {
    InventedProfiles made = new InventedProfiles();
    return Stream.concat(
            Stream.concat(made.anything.stream(), made.common.stream())
                .map(InventedProfiles::feature),
            made.groups.stream().map(Group::cohort))
        .toList();
  }

  private Set<Feature> told(Group group) {
    Set<Feature> told = new LinkedHashSet<>();
    told.add(group.cohort());
    draw(OFTEN, group.often(), told);
    draw(SOMETIMES, group.sometimes(), told);
    for (int more = 1 + random.nextInt(MOST_OTHERS); more > 0; more--) {
      told.add(feature(random.nextDouble() < COMMON ? common() : any(anything)));
    }
    return told;
  }

  /** The first of the common ones come most often. */
  private String common() {
    return any(common.subList(0, 1 + random.nextInt(common.size())));
  }

  private String any(List<String> items) {
    return items.get(random.nextInt(items.size()));
  }

  private static List<Group> groups(boolean anybody) {
    return lines("groups.tsv")
        .filter(line -> !line.startsWith("#"))
        .filter(line -> line.startsWith("anybody") == anybody)
        .map(Group::of)
        .toList();
  }

  private void draw(double share, List<String> items, Set<Feature> told) {
    for (String item : items) {
      if (random.nextDouble() < share) {
        told.add(feature(item));
      }
    }
  }

  private Set<Feature> vague(Set<Feature> told, Feature cohort) {
    List<Feature> some = new ArrayList<>(told);
    some.remove(cohort);
    Collections.shuffle(some, vagueness);
    some = new ArrayList<>(some.subList(0, Math.min(SHORT - 1, some.size())));
    some.add(vagueness.nextInt(some.size() + 1), cohort);
    Set<Feature> vague = new LinkedHashSet<>();
    for (int place = 0; place < some.size(); place++) {
      vague.add(place % 2 == 1 ? parent(some.get(place)) : some.get(place));
    }
    return vague;
  }

  private Feature parent(Feature feature) {
    List<String> parents =
        Vocabulary.standard().find(feature.kind(), feature.id()).stream()
            .flatMap(concept -> concept.parents().stream())
            .toList();
    return parents.isEmpty()
        ? feature
        : new Feature(feature.kind(), parents.get(vagueness.nextInt(parents.size())));
  }

  private int born(Group group) {
    double middle = (group.youngest() + group.oldest()) / 2.0;
    double spread = (group.oldest() - group.youngest()) / 2.5;
    return YEAR - (int) Math.round(middle + spread * random.nextGaussian());
  }

  private static Feature feature(String item) {
    Kind kind =
        switch (item.charAt(0)) {
          case 'c' -> Kind.CONDITION;
          case 's' -> Kind.SYMPTOM;
          default -> Kind.TREATMENT;
        };
    return new Feature(kind, item.substring(2));
  }

  private static String line(
      Group group, int number, Set<Feature> told, Optional<Integer> birthYear) {
    return Json.write(
        Json.of(
            "id", group.name() + "-" + number,
            "group", group.name(),
            "cohort", group.cohort().id(),
            "conditions", ids(told, Kind.CONDITION),
            "symptoms", ids(told, Kind.SYMPTOM),
            "treatments", ids(told, Kind.TREATMENT),
            "birthYear", birthYear));
  }

  private static List<String> ids(Set<Feature> told, Kind kind) {
    return told.stream().filter(feature -> feature.kind() == kind).map(Feature::id).toList();
  }
}
