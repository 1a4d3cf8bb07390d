package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MeteredDynamo;
import org.alike.testkit.Reply;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;

/** The search over the real store: pages come, change and go. */
class PublishedPagesTest {
  private final Published pages = new Published();

  @Test
  void search_findsWhatWasPublished_inEachLanguage() {
    pages.files(
        Written.condition("migraine", "Words on symptoms.", "Zebrafinch **songs** hurt."),
        Written.variant("migraine", "es", "symptoms"));

    Reply reply = search("zebrafinch song");

    assertThat(items(reply)).hasSize(1);
    assertThat(items(reply).get(0))
        .containsEntry("slug", "migraine")
        .containsEntry("lang", "en")
        .containsEntry("section", Map.of("id", "symptoms", "heading", "About symptoms"));
    assertThat(reply.body()).contains("Zebrafinch songs").doesNotContain("**");
    assertThat(
            new PublishedPages(
                    pages.store(),
                    new Catalogue(pages.store(), pages.clock()),
                    Vocabulary.standard())
                .read("migraine"))
        .extracting(SearchablePage::lang)
        .containsExactly("en", "es");
  }

  @Test
  void search_followsTheStore_readingOnlyWhatChanged() {
    pages.files(Written.condition("migraine"), Written.condition("epilepsy"));
    MeteredDynamo meter = new MeteredDynamo();
    ContentFunction function = pages.function(meter.client());
    search("zebrafinch", function);
    assertThat(meter.requests()).as("the list and two pages").isEqualTo(3);

    pages.files(
        Written.condition("migraine"),
        Written.condition("epilepsy", "Words on living-with", "Zebrafinch"));
    pages.clock().advance(Duration.ofSeconds(11));
    meter.reset();

    assertThat(items(search("zebrafinch", function)))
        .extracting(item -> item.get("slug"))
        .containsExactly("epilepsy");
    assertThat(meter.requests()).as("the list and one page").isEqualTo(2);

    pages.files(Written.condition("migraine"));
    pages.clock().advance(Duration.ofSeconds(11));
    meter.reset();
    assertThat(items(search("zebrafinch", function))).isEmpty();
    assertThat(meter.requests()).as("the list").isEqualTo(1);
    search("zebrafinch", function);
    assertThat(meter.requests()).as("nothing while it is fresh").isEqualTo(1);
  }

  private Reply search(String typed) {
    return search(typed, pages.function());
  }

  private static Reply search(String typed, ContentFunction function) {
    return HttpCall.of("GET /search").query("q", typed).send(function);
  }

  private static List<Map<String, Object>> items(Reply reply) {
    return Events.objects(reply.json().get("items"));
  }
}
