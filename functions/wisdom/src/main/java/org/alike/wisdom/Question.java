package org.alike.wisdom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A question, brought to what it is about. The words themselves are not kept.
 *
 * @param topics what has to be in an answer
 * @param condition the only condition to answer about, when one was given
 * @param relief whether it asks what helps
 */
record Question(List<Topic> topics, Optional<String> condition, boolean relief) {
  private static final Pattern RELIEF =
      Pattern.compile(
          "(?i)\\bwhat (?:\\w+ ){0,3}(?:helps?|helped|works?|worked|eases?|relieves?)\\b"
              + "|\\bhow (?:\\w+ ){0,3}(?:ease|relieve|manage|cope|deal)\\b");

  /** So many ordinary words tell what a question is about, if it names nothing we know. */
  private static final int TELLING = 2;

  /** Reads a question; of a longer story only the sentences that ask something. */
  static Question of(String words, Optional<String> condition, Lexicon lexicon) {
    List<Topic> topics = new ArrayList<>(lexicon.topics(asked(words)));
    if (topics.stream().allMatch(topic -> !topic.conditions().isEmpty())) {
      topics = new ArrayList<>(lexicon.topics(words));
    }
    boolean named =
        condition.isPresent() || topics.stream().anyMatch(t -> !t.conditions().isEmpty());
    if (named && topics.stream().allMatch(topic -> !topic.conditions().isEmpty())) {
      topics.add(lexicon.aspect("overview"));
    }
    if (!named && topics.stream().noneMatch(Topic::named) && topics.size() < TELLING) {
      // "What are the symptoms?" "How do I tell my kids?" Any answer would be a guess.
      topics.clear();
    }
    return new Question(List.copyOf(topics), condition, RELIEF.matcher(words).find());
  }

  /** Whether it asks about this aspect by name. */
  boolean asksFor(String aspect) {
    return topics.stream().anyMatch(topic -> topic.aspect().equals(aspect));
  }

  private static String asked(String words) {
    StringBuilder asked = new StringBuilder();
    for (String sentence : words.split("(?<=[.!?])\\s+", -1)) {
      if (sentence.endsWith("?")) {
        asked.append(sentence).append(' ');
      }
    }
    return asked.isEmpty() ? words : asked.toString();
  }
}
