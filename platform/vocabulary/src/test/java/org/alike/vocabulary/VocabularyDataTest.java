package org.alike.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The data files are edited by hand; this is what an edit may not break. */
class VocabularyDataTest {
  private static final Vocabulary VOCABULARY = Vocabulary.curated();
  private final Map<Kind, List<Entry>> entries = Vocabulary.entries();

  @ParameterizedTest
  @EnumSource
  void ids_areKebabCaseAndUnique(Kind kind) {
    List<String> ids = concepts(kind).stream().map(Concept::id).toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(VocabularyDataTest::kebabCase);
  }

  @ParameterizedTest
  @EnumSource
  void parents_existAndFormNoCycle(Kind kind) {
    Map<String, Concept> byId = new LinkedHashMap<>();
    concepts(kind).forEach(concept -> byId.put(concept.id(), concept));

    for (Concept concept : concepts(kind)) {
      assertThat(byId.keySet()).as(concept.id()).containsAll(concept.parents());
      assertThat(above(concept, byId)).as(concept.id()).doesNotContain(concept.id());
    }
  }

  @Test
  void everyConcept_belongsToACategory() {
    for (Kind kind : Kind.values()) {
      for (Concept concept : concepts(kind)) {
        assertThat(VOCABULARY.withAncestors(kind, concept.id()))
            .as(concept.id())
            .anyMatch(id -> VOCABULARY.find(kind, id).orElseThrow().category());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void related_areOtherConditionsWithACommunity(Kind kind) {
    for (Concept concept : concepts(kind)) {
      for (String id : concept.related()) {
        assertThat(kind).as(concept.id()).isEqualTo(Kind.CONDITION);
        assertThat(id).isNotEqualTo(concept.id());
        assertThat(VOCABULARY.find(Kind.CONDITION, id))
            .as(concept.id() + " is related to " + id)
            .hasValueSatisfying(other -> assertThat(other.category()).isFalse());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void names_meanOneConcept_unlessDeclaredShared(Kind kind) {
    Map<String, Set<String>> meant = new LinkedHashMap<>();
    Map<String, Set<String>> declared = new LinkedHashMap<>();
    for (Entry entry : entries.getOrDefault(kind, List.of())) {
      for (Name name : entry.names()) {
        String key = Folded.of(name.written()).exact();
        Map<String, Set<String>> uses = entry.shared().contains(name.written()) ? declared : meant;
        uses.computeIfAbsent(key, any -> new TreeSet<>()).add(entry.concept().id());
      }
    }

    List<String> problems = new ArrayList<>();
    meant.forEach(
        (name, ids) -> {
          if (ids.size() > 1 || declared.containsKey(name)) {
            problems.add("undeclared: " + name + " " + ids + declared.getOrDefault(name, Set.of()));
          }
        });
    declared.forEach(
        (name, ids) -> {
          if (ids.size() == 1) {
            problems.add("declared as shared, but isn't: " + name + " " + ids);
          }
        });
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyName_resolvesToItsConcept(Kind kind) {
    for (Entry entry : entries.getOrDefault(kind, List.of())) {
      for (Name name : entry.names()) {
        Resolution resolution = VOCABULARY.resolve(kind, name.written());
        if (entry.shared().contains(name.written())) {
          assertThat(candidates(resolution)).as(name.written()).contains(entry.concept());
          assertThat(candidates(resolution).size()).as(name.written()).isGreaterThan(1);
        } else {
          assertThat(resolution)
              .as(name.written())
              .isInstanceOfSatisfying(
                  Resolution.Found.class,
                  found -> assertThat(found.concept()).isEqualTo(entry.concept()));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyLabel_resolvesToItsConcept_orAsksBack(Kind kind) {
    for (Concept concept : concepts(kind)) {
      assertThat(candidates(VOCABULARY.resolve(kind, concept.label())))
          .as(concept.label())
          .contains(concept);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyConcept_hasWordsThatMeanItAlone(Kind kind) {
    for (Concept concept : concepts(kind)) {
      assertThat(VOCABULARY.resolve(kind, VOCABULARY.say(concept)))
          .as(concept.id())
          .isInstanceOfSatisfying(
              Resolution.Found.class, found -> assertThat(found.concept()).isEqualTo(concept));
    }
  }

  @ParameterizedTest
  @EnumSource
  void names_areShortEnoughToBeResolved_andNotListedTwice(Kind kind) {
    for (Entry entry : entries.getOrDefault(kind, List.of())) {
      List<String> written = entry.names().stream().map(Name::written).toList();
      assertThat(written).as(entry.concept().id()).doesNotHaveDuplicates();
      assertThat(written).allMatch(name -> name.length() <= Vocabulary.LONGEST_TEXT / 2);
    }
  }

  @Test
  void thereAreEnough_toFindOneself() {
    assertThat(concepts(Kind.CONDITION)).hasSizeGreaterThanOrEqualTo(400);
    assertThat(concepts(Kind.SYMPTOM)).hasSizeGreaterThanOrEqualTo(300);
    assertThat(concepts(Kind.TREATMENT)).hasSizeGreaterThanOrEqualTo(300);
  }

  @Test
  void pagesOfTheSite_haveTheirCondition() {
    assertThat(concepts(Kind.CONDITION))
        .extracting(Concept::id)
        .contains(
            "amyotrophic-lateral-sclerosis",
            "type-2-diabetes",
            "type-1-diabetes",
            "multiple-sclerosis",
            "parkinsons-disease",
            "systemic-lupus-erythematosus",
            "rheumatoid-arthritis",
            "crohns-disease",
            "ulcerative-colitis",
            "fibromyalgia",
            "endometriosis",
            "epilepsy",
            "long-covid",
            "migraine");
  }

  private List<Concept> concepts(Kind kind) {
    return VOCABULARY.all(kind);
  }

  static List<Concept> candidates(Resolution resolution) {
    return resolution.candidates().stream().map(Candidate::concept).toList();
  }

  private static Set<String> above(Concept concept, Map<String, Concept> byId) {
    Set<String> above = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(concept.parents());
    while (!next.isEmpty()) {
      String id = next.pop();
      Concept parent = byId.get(id);
      if (above.add(id) && parent != null) {
        next.addAll(parent.parents());
      }
    }
    return above;
  }

  private static boolean kebabCase(String id) {
    return id.matches("[a-z0-9]+(-[a-z0-9]+)*");
  }
}
