package org.alike.wisdom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses what to quote: only sentences that, alone or with the next one of the same paragraph, say
 * everything that the question is about. Words from different places never add up to an answer, and
 * if nothing qualifies, nothing is chosen. Thread-safe.
 */
final class Selection {
  private static final int MOST_SENTENCES = 4;
  private static final int MOST_OF_PAGES_BESIDE_POSTS = 3;
  private static final int MOST_OF_ONE_PASSAGE = 3;
  private static final String URGENT_HELP = "urgent-help";

  /** The aspects of sections that say what helps. */
  private static final Set<String> HELPFUL = Set.of("treatments", "living-with");

  /** So many of a section on just what is asked, besides what they lean on. */
  private static final int MOST_OF_WHOLE = 2;

  /** How much less each further sentence of a section tells of the whole. */
  private static final double LATER = 0.2;

  /** From so many topics on, one ordinary word of the question may be missing. */
  private static final int MANY_TOPICS = 4;

  private final Corpus corpus;
  private final Lexicon lexicon;

  Selection(Corpus corpus, Lexicon lexicon) {
    this.corpus = corpus;
    this.lexicon = lexicon;
  }

  /** Sentences of a passage that belong together, in its order. */
  private record Group(List<Quote> quotes, double score) {
    /** These, with all that they lean on. */
    static Group of(List<Quote> core, double score) {
      return new Group(
          core.stream()
              .flatMap(quote -> quote.withBefore().stream())
              .distinct()
              .sorted(Comparator.comparingInt(Quote::at))
              .toList(),
          score);
    }

    Passage passage() {
      return quotes.get(0).passage();
    }
  }

  /** The sentences to quote, pages before posts, best source first; none if nothing answers. */
  List<Quote> choose(Question question) {
    if (question.topics().isEmpty()) {
      return List.of();
    }
    Map<Quote, Float> found = corpus.search(question);
    Set<Passage> passages = new LinkedHashSet<>();
    found.keySet().forEach(quote -> passages.add(quote.passage()));
    if (!question.asksFor(URGENT_HELP)) {
      passages.removeIf(passage -> passage.aspect().equals(URGENT_HELP));
    }
    List<Group> pages = new ArrayList<>();
    List<Group> posts = new ArrayList<>();
    for (Passage passage : passages) {
      (passage.kind().curated() ? pages : posts).addAll(groups(passage, question, found));
    }
    if (question.relief() && (!posts.isEmpty() || pages.stream().anyMatch(Selection::helpful))) {
      // Who asks what helps with it knows that it is a symptom.
      pages.removeIf(group -> !helpful(group));
    }
    if (pages.stream().anyMatch(group -> group.score() == Double.MAX_VALUE)) {
      // There are sections on just this: a word in passing elsewhere is no better.
      pages.removeIf(group -> group.score() < Double.MAX_VALUE);
    }
    List<Quote> chosen = new ArrayList<>();
    take(pages, chosen, posts.isEmpty() ? MOST_SENTENCES : MOST_OF_PAGES_BESIDE_POSTS);
    take(posts, chosen, MOST_SENTENCES);
    return inOrder(chosen);
  }

  private static boolean helpful(Group group) {
    return HELPFUL.contains(group.passage().aspect());
  }

  /** The best source first; what one source says, in the order in which it says it. */
  private List<Quote> inOrder(List<Quote> chosen) {
    List<String> sources = chosen.stream().map(quote -> quote.passage().source()).toList();
    List<Passage> passages = corpus.passages();
    return chosen.stream()
        .sorted(
            Comparator.comparingInt((Quote quote) -> sources.indexOf(quote.passage().source()))
                .thenComparingInt(quote -> passages.indexOf(quote.passage()))
                .thenComparingInt(Quote::at))
        .toList();
  }

  private static void take(List<Group> groups, List<Quote> chosen, int most) {
    groups.sort(Comparator.comparingDouble(Group::score).reversed());
    Map<Passage, Integer> taken = new HashMap<>();
    Set<String> said = new HashSet<>();
    for (Group group : groups) {
      List<Quote> fresh = group.quotes().stream().filter(q -> !chosen.contains(q)).toList();
      int size = fresh.size();
      int ofPassage = taken.getOrDefault(group.passage(), 0) + size;
      boolean repeats = fresh.stream().anyMatch(quote -> said.contains(quote.text()));
      if (chosen.size() + size <= most && ofPassage <= MOST_OF_ONE_PASSAGE && !repeats) {
        chosen.addAll(fresh);
        taken.put(group.passage(), ofPassage);
        fresh.forEach(quote -> said.add(quote.text()));
      }
    }
  }

  private List<Group> groups(Passage passage, Question question, Map<Quote, Float> found) {
    List<Quote> quotes = corpus.quotesOf(passage);
    List<Topic> needed =
        question.topics().stream().filter(topic -> !given(topic, passage)).toList();
    if (needed.isEmpty()) {
      return whole(quotes, found);
    }
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < quotes.size(); i++) {
      Set<Topic> said = said(needed, quotes.get(i));
      if (said.isEmpty()) {
        continue;
      }
      if (enough(question, needed, said)) {
        groups.add(Group.of(List.of(quotes.get(i)), score(List.of(quotes.get(i)), found)));
      } else {
        neighbour(question, needed, said, quotes, i)
            .forEach(pair -> groups.add(Group.of(pair, score(pair, found))));
      }
    }
    return groups;
  }

  /** A section on just what is asked: its best sentence, and one beside it that goes with it. */
  private static List<Group> whole(List<Quote> quotes, Map<Quote, Float> found) {
    int best =
        IntStream.range(0, quotes.size())
            .boxed()
            .max(Comparator.comparingDouble(i -> score(List.of(quotes.get(i)), found) - LATER * i))
            .orElse(-1);
    if (best < 0) {
      return List.of();
    }
    boolean last = best + 1 == quotes.size();
    boolean endsParagraph = last || !quotes.get(best).goesOnWith(quotes.get(best + 1));
    boolean before = best > 0 && quotes.get(best - 1).goesOnWith(quotes.get(best));
    int from = last || (endsParagraph && before) ? Math.max(0, best - 1) : best;
    int to = Math.min(quotes.size(), from + MOST_OF_WHOLE);
    Group pair = Group.of(quotes.subList(from, to), Double.MAX_VALUE);
    return pair.quotes().size() <= MOST_OF_ONE_PASSAGE
        ? List.of(pair)
        : List.of(Group.of(List.of(quotes.get(best)), Double.MAX_VALUE));
  }

  /** The sentence with the next one, if that says what it lacks. */
  private List<List<Quote>> neighbour(
      Question question, List<Topic> needed, Set<Topic> said, List<Quote> quotes, int at) {
    Quote first = quotes.get(at);
    if (at + 1 < quotes.size() && first.goesOnWith(quotes.get(at + 1))) {
      Quote second = quotes.get(at + 1);
      Set<Topic> both = new HashSet<>(said);
      both.addAll(said(needed, second));
      if (enough(question, needed, both)) {
        return List.of(List.of(first, second));
      }
    }
    return List.of();
  }

  private boolean enough(Question question, List<Topic> needed, Set<Topic> said) {
    List<Topic> missing = needed.stream().filter(topic -> !said.contains(topic)).toList();
    return missing.isEmpty()
        || (missing.size() == 1
            && question.topics().size() >= MANY_TOPICS
            && missing.get(0).plain()
            && corpus.knows(missing.get(0).ways().iterator().next().get(0)));
  }

  private Set<Topic> said(List<Topic> needed, Quote quote) {
    Set<Topic> said = new HashSet<>();
    for (Topic topic : needed) {
      boolean treatment =
          topic.aspect().equals("treatments") && lexicon.namesTreatment(quote.stems());
      if (treatment || topic.saidIn(quote.stems())) {
        said.add(topic);
      }
    }
    return said;
  }

  /** What the place itself is about need not be said in its sentences. */
  private boolean given(Topic topic, Passage passage) {
    if (!topic.aspect().isEmpty()) {
      return topic.aspect().equals(passage.aspect());
    }
    Set<String> about = lexicon.withAncestors(passage.condition());
    return topic.conditions().stream().anyMatch(about::contains);
  }

  private static double score(List<Quote> quotes, Map<Quote, Float> found) {
    double best = quotes.stream().mapToDouble(q -> found.getOrDefault(q, 0f)).max().orElse(0);
    // Two sentences are weaker than one that says it all; earlier ones say the main thing.
    return best / quotes.size() - 0.01 * quotes.get(0).at();
  }
}
