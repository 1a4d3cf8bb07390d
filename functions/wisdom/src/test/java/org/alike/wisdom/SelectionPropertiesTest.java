package org.alike.wisdom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.alike.vocabulary.Vocabulary;

/** Whatever is asked of whatever was said: an answer holds nothing but what was said. */
class SelectionPropertiesTest {
  private static final Lexicon LEXICON = new Lexicon(Vocabulary.standard());

  @Property(tries = 200)
  void everySentence_isInThePassageItCites(
      @ForAll("texts") List<String> texts, @ForAll("words") String question) {
    List<Passage> passages = passages(texts);
    Selection selection = new Selection(Corpus.of(passages, LEXICON), LEXICON);

    List<Quote> quotes =
        selection.choose(Question.of(question + "?", Optional.of("migraine"), LEXICON));

    Map<String, Object> answer =
        new WisdomAnswer("id", quotes, Optional.empty(), Optional.empty())
            .toJson("https://alike.example");
    List<Map<String, Object>> citations = Events.objects(answer.get("citations"));
    assertThat(quotes).hasSizeLessThanOrEqualTo(4).doesNotHaveDuplicates();
    for (Quote quote : quotes) {
      assertThat(quotes).containsSubsequence(quote.withBefore());
    }
    for (Map<String, Object> sentence : Events.objects(answer.get("answer"))) {
      Map<String, Object> cited = citations.get(Events.number(sentence.get("citations")) - 1);
      Passage passage =
          passages.stream().filter(p -> p.id().equals(cited.get("id"))).findFirst().orElseThrow();
      assertThat(passage.sentences()).contains(String.valueOf(sentence.get("text")));
      assertThat(String.valueOf(cited.get("excerpt")))
          .contains(String.valueOf(sentence.get("text")));
    }
  }

  private static List<Passage> passages(List<String> texts) {
    List<Passage> passages = new ArrayList<>();
    for (String text : texts) {
      int n = passages.size();
      PassageKind kind = n % 2 == 0 ? PassageKind.SECTION : PassageKind.REPLY;
      passages.add(
          new Passage(
              kind,
              "p" + n,
              "migraine",
              kind.curated() ? "symptoms" : "",
              "Title " + n,
              "x.html",
              kind.curated() ? Sentences.ofPage(text) : Sentences.ofPost(text)));
    }
    return passages;
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return words().list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
            "aura",
            "light",
            "hurts",
            "sleep",
            "nausea",
            "sumatriptan",
            "symptoms",
            "my",
            "the",
            "helps",
            "dark room",
            "weather",
            "10 mg",
            "e.g.",
            "migraine",
            ".",
            ". ",
            "?",
            ". It",
            ". Some",
            "may be:\n- ",
            "\n- ")
        .list()
        .ofMinSize(1)
        .ofMaxSize(30)
        .map(parts -> String.join(" ", parts));
  }
}
