package org.alike.wisdom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * Finds what a text is about: names of conditions, symptoms and treatments with all the other ways
 * to say them, aspects, and the words left over. Immutable; thread-safe.
 */
final class Lexicon {
  /** Words that questions are built of, but that tell nothing about what is asked. */
  private static final String LIGHT =
      "what how why when where which who whom can could should would do does did doing am i you he"
          + " she we they my your his her our me us him them have has had having get got getting"
          + " help helps people person anyone someone everybody need want good best better bad well"
          + " tell know explain mean take taking use used using work thing things way ways like"
          + " make made feel feeling still also any some much many more most really very just"
          + " please thank thanks advice experience experiences tip tips recommend suggest happen"
          + " happens possible about after before during than from ever often usually new day doctor"
          + " patient condition disease illness question answer hello hi find found try tried one"
          + " luck early earliest first main common usual typical done deal manage whole lot dad mum mom mother father husband wife son daughter partner friend because so i'm i've";

  /** What sections are about, and the words that ask for it. */
  private static final Map<String, String> ASPECTS =
      Map.of(
          "symptoms", "symptoms|signs",
          "causes", "cause|reason",
          "diagnosis", "diagnosis|diagnose|test|detect",
          "treatments", "treatment|treat|therapy|medicine|medication|drug",
          "outlook", "outlook|prognosis|life expectancy|survive|survival|live long|long live",
          "living-with", "living|cope|daily life",
          "urgent-help", "emergency|urgent|ambulance|immediately");

  /** Everyday ways to say the same that are no names of the vocabulary. */
  private static final List<String> SAME =
      List.of(
          "hereditary|inherited|inherit|genetic|gene|runs in families|family link",
          "contagious|infectious|catching|catch",
          "kid|child|children",
          "die|dying|death",
          "eat|food|diet");

  /** Names that are everyday words as well, and so tell nothing. */
  private static final Set<List<String>> ORDINARY = Set.of(List.of("fit"));

  private final Vocabulary vocabulary;
  private final Map<List<String>, Set<List<String>>> same = new HashMap<>();
  private final Map<List<String>, Set<Concept>> names = new HashMap<>();
  private final Map<List<String>, String> aspects = new HashMap<>();
  private final Set<String> light = new HashSet<>(Language.stems(LIGHT));
  private int longest = 1;

  Lexicon(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    for (Kind kind : Kind.values()) {
      for (Concept concept : vocabulary.all(kind)) {
        for (List<String> way : ways(concept)) {
          names.computeIfAbsent(way, unused -> new LinkedHashSet<>()).add(concept);
          longest = Math.max(longest, way.size());
        }
      }
    }
    for (String words : SAME) {
      Set<List<String>> ways = ways(List.of(words.split("\\|", -1)));
      ways.forEach(way -> same.put(way, ways));
    }
    ASPECTS.forEach(
        (aspect, words) -> {
          for (String word : words.split("\\|", -1)) {
            aspects.put(Language.sorted(Language.stems(word)), aspect);
          }
        });
  }

  /** What a question is about, each thing once; the longest name wins. */
  List<Topic> topics(String question) {
    List<String> stems = new ArrayList<>(Language.stems(question));
    Set<Topic> topics = new LinkedHashSet<>();
    List<String> left = new ArrayList<>();
    int from = 0;
    while (from < stems.size()) {
      int length = nameAt(stems, from);
      if (length > 0) {
        topics.add(named(Language.sorted(stems.subList(from, from + length))));
      } else if (!light.contains(stems.get(from))) {
        left.add(stems.get(from));
      }
      from += Math.max(1, length);
    }
    words(left, topics);
    return List.copyOf(topics);
  }

  /** Whether a sentence of these stems names any treatment. */
  boolean namesTreatment(List<String> stems) {
    for (int from = 0; from < stems.size(); from++) {
      int length = nameAt(stems, from);
      if (length > 0
          && names
              .getOrDefault(Language.sorted(stems.subList(from, from + length)), Set.of())
              .stream()
              .anyMatch(concept -> concept.kind() == Kind.TREATMENT)) {
        return true;
      }
    }
    return false;
  }

  /** The condition and everything above it. */
  Set<String> withAncestors(String condition) {
    return vocabulary.withAncestors(Kind.CONDITION, condition);
  }

  /** The section on an aspect, asked for by itself. */
  Topic aspect(String aspect) {
    Set<List<String>> ways = new LinkedHashSet<>();
    aspects.forEach(
        (way, of) -> {
          if (of.equals(aspect)) {
            ways.add(way);
          }
        });
    return new Topic(ways, Set.of(), aspect, false);
  }

  private void words(List<String> stems, Set<Topic> topics) {
    for (int i = 0; i < stems.size(); i++) {
      String two = i + 1 < stems.size() ? stems.get(i + 1) : "";
      String aspect = aspects.get(Language.sorted(List.of(stems.get(i), two)));
      if (aspect != null) {
        i++;
      } else {
        aspect = aspects.get(List.of(stems.get(i)));
      }
      topics.add(aspect == null ? Topic.word(stems.get(i)) : aspect(aspect));
    }
  }

  private int nameAt(List<String> stems, int from) {
    for (int length = Math.min(longest, stems.size() - from); length > 0; length--) {
      List<String> way = Language.sorted(stems.subList(from, from + length));
      boolean alsoWord = length == 1 && (light.contains(way.get(0)) || aspects.containsKey(way));
      if (!alsoWord && (names.containsKey(way) || same.containsKey(way))) {
        return length;
      }
    }
    return 0;
  }

  private Topic named(List<String> way) {
    Set<List<String>> ways = new LinkedHashSet<>(same.getOrDefault(way, Set.of()));
    Set<String> conditions = new LinkedHashSet<>();
    for (Concept concept : names.getOrDefault(way, Set.of())) {
      ways.addAll(ways(concept));
      if (concept.kind() == Kind.CONDITION) {
        conditions.add(concept.id());
      }
    }
    return new Topic(ways, conditions, "", names.containsKey(way));
  }

  private static Set<List<String>> ways(Concept concept) {
    List<String> all = new ArrayList<>(concept.otherNames());
    all.add(concept.name());
    if (concept.shortName() != null) {
      all.add(concept.shortName());
    }
    return ways(all);
  }

  private static Set<List<String>> ways(List<String> names) {
    Set<List<String>> ways = new LinkedHashSet<>();
    for (String name : names) {
      List<String> way = Language.sorted(Language.stems(name));
      if (!way.isEmpty() && !ORDINARY.contains(way)) {
        ways.add(way);
      }
    }
    return ways;
  }
}
