package org.alike.wisdom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page on ALS, as it is published, is quoted with. */
class RealPageTest {
  private static final String ALS = "amyotrophic-lateral-sclerosis";
  private static final Path PAGE = Path.of("../content/pages/conditions/" + ALS + ".md");
  private static final Lexicon LEXICON = new Lexicon(Vocabulary.standard());

  @Test
  void sentence_bringsTheOneItLeansOn() throws IOException {
    assertThat(answer("how long will I live"))
        .contains("Some live ten years or more.")
        .containsSubsequence(
            "Most people live only a few years after symptoms begin, often two to five.",
            "Some live ten years or more.");
  }

  @Test
  void sentence_isNotQuoted_whenItLeansOnAnotherParagraph() throws IOException {
    assertThat(answer("Do breathing muscles become weak later?"))
        .noneMatch(sentence -> sentence.startsWith("Later"));
  }

  @Test
  void point_isQuotedOnlyWithTheWordsThatOpenItsList() throws IOException {
    assertThat(answer("Slurred speech in ALS?"))
        .containsSubsequence("You may notice:", "slurred speech or trouble swallowing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"is ALS painful", "Does my leg swell?", "Is fever part of it?"})
  void urgentHelp_isNotQuoted_whenNotAskedFor(String question) throws IOException {
    assertThat(quotes(question, List.of()))
        .noneMatch(quote -> quote.passage().aspect().equals("urgent-help"));
  }

  @Test
  void pain_isAnsweredInThePagesOrder() throws IOException {
    assertThat(answer("is ALS painful"))
        .containsSubsequence(
            "Pain is uncommon early on, though cramps, stiff joints and sitting still can cause"
                + " pain later.",
            "Medicines can ease muscle spasms and cramps, drooling, poor sleep, pain, depression,"
                + " and sudden crying or laughing.");
  }

  @Test
  void urgentHelp_isQuotedWithWhomToCall_whenAskedFor() throws IOException {
    assertThat(answer("When is it an emergency?"))
        .containsSubsequence("Call your emergency number if you:", "are struggling to breathe");
  }

  @Test
  void whatHelps_isAnsweredByTreatmentsAndMembers_notBySymptoms() throws IOException {
    Passage post =
        new Passage(
            PassageKind.REPLY,
            "r1",
            ALS,
            "",
            "Cramps at night",
            "thread.html?t=t1",
            Sentences.ofPost("A warm bath before bed eased my cramps."));

    assertThat(quotes("What helps with cramps?", List.of(post)))
        .extracting(quote -> quote.passage().aspect())
        .containsExactly("treatments", "");
    assertThat(answer("What are cramps in ALS?")).contains("You may notice:");
  }

  private static List<String> answer(String question) throws IOException {
    return quotes(question, List.of()).stream().map(Quote::text).toList();
  }

  private static List<Quote> quotes(String question, List<Passage> posts) throws IOException {
    List<Passage> passages = new ArrayList<>(page());
    passages.addAll(posts);
    return new Selection(Corpus.of(passages, LEXICON), LEXICON)
        .choose(Question.of(question, Optional.of(ALS), LEXICON));
  }

  /** The sections as events tell them: a line for each paragraph and point, without markup. */
  private static List<Passage> page() throws IOException {
    List<Passage> passages = new ArrayList<>();
    for (String section : Files.readString(PAGE).split("(?m)^## ", -1)) {
      int mark = section.indexOf("{#");
      if (mark > 0) {
        int end = section.indexOf('}', mark);
        String aspect = section.substring(mark + 2, end);
        String text = section.substring(end + 1).replace("*", "").replaceAll("\\n+", "\n").strip();
        passages.add(
            new Passage(
                PassageKind.SECTION,
                ALS + "#" + aspect,
                ALS,
                aspect,
                "Amyotrophic Lateral Sclerosis: " + section.substring(0, mark).strip(),
                "condition.html?c=" + ALS + "#" + aspect,
                Sentences.ofPage(text)));
      }
    }
    return passages;
  }
}
