package org.alike.content;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A condition page as editors write it: all its languages and levels in one. What people send
 * becomes one by {@link ManuscriptRules}, which tells every mistake; what exists has a complete
 * English standard text, no other text with a section that this one lacks, and no section that
 * leans on a source the page does not name. Immutable.
 *
 * @param slug the condition's id in the vocabulary
 * @param alsoKnownAs other English names
 * @param covers ids of more general conditions that this page answers for
 * @param symptoms ids of the vocabulary, most typical first
 * @param treatments ids of the vocabulary
 * @param sources where the facts can be checked
 * @param variants the texts
 */
record Manuscript(
    String slug,
    List<String> alsoKnownAs,
    List<String> covers,
    List<String> symptoms,
    List<String> treatments,
    List<Source> sources,
    List<Variant> variants) {
  /** Keeps its own copies of the lists. */
  Manuscript {
    alsoKnownAs = List.copyOf(alsoKnownAs);
    covers = List.copyOf(covers);
    symptoms = List.copyOf(symptoms);
    treatments = List.copyOf(treatments);
    sources = List.copyOf(sources);
    variants = List.copyOf(variants);
    if (!sound(sources, variants)) {
      throw new IllegalArgumentException("A manuscript is complete and of one piece");
    }
  }

  /** The English standard text. */
  Variant first() {
    return variant(Reading.FIRST).orElseThrow();
  }

  Optional<Variant> variant(Reading reading) {
    return find(variants, reading);
  }

  /** The text that this reading has, or what stands in for it. */
  Variant nearest(Reading reading) {
    return reading.fallbacks().stream().flatMap(r -> variant(r).stream()).findFirst().orElseThrow();
  }

  /** Every language of the page, English first. */
  List<String> languages() {
    return Stream.concat(
            Stream.of(Reading.ENGLISH),
            variants.stream().map(variant -> variant.reading().lang()).sorted())
        .distinct()
        .toList();
  }

  /** The sources that a section leans on, in the page's order. */
  List<Source> sources(Section section) {
    return sources.stream().filter(source -> section.sources().contains(source.id())).toList();
  }

  Map<String, Object> toJson() {
    return ManuscriptJson.write(this);
  }

  private static boolean sound(List<Source> sources, List<Variant> variants) {
    Set<String> ids = new HashSet<>(sources.stream().map(Source::id).toList());
    Optional<Variant> first = find(variants, Reading.FIRST);
    return ids.size() == sources.size()
        && variants.stream().map(Variant::reading).distinct().count() == variants.size()
        && first.map(Manuscript::ids).filter(Aspect::complete).isPresent()
        && variants.stream().allMatch(v -> first.map(Manuscript::ids).get().containsAll(ids(v)))
        && variants.stream().allMatch(v -> ids(v).size() == v.sections().size())
        && variants.stream()
            .flatMap(variant -> variant.sections().stream())
            .allMatch(section -> ids.containsAll(section.sources()));
  }

  private static Optional<Variant> find(List<Variant> variants, Reading reading) {
    return variants.stream().filter(v -> v.reading().equals(reading)).findFirst();
  }

  private static Set<String> ids(Variant variant) {
    return variant.sections().stream().map(Section::id).collect(Collectors.toSet());
  }
}
