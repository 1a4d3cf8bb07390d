package org.alike.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.alike.kernel.DomainEvent;
import org.alike.testkit.EventCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Members' events come three times and in any order; the table ends as if they came once, in order.
 */
class ShuffledEventsTest {
  private static final Pattern COUNTING =
      Pattern.compile("(version|changedAt|cause)=AttributeValue\\([^)]*\\)(, )?");
  private static final List<DomainEvent> STORY =
      List.of(
          World.parted("m1", "m2", 1),
          World.changed("m3", 2, "Lin, renamed"),
          World.withdrawn("m4", 2),
          World.parted("m2", "m1", 1),
          World.reunited("m1", "m2", 2),
          World.parted("m3", "m4", 1),
          World.withdrawn("m3", 3),
          World.changed("m3", 4, "Lin, back"),
          World.parted("m1", "m3", 1),
          World.erasedWithPosts("m1", 2),
          World.withdrawn("m2", 2),
          World.erased("m2", 3));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void table_isThatOfACleanRun(long seed) {
    Site clean = prepared();
    STORY.forEach(event -> EventCall.deliver(clean.subscriber, event));
    Site site = prepared();
    List<DomainEvent> events =
        new ArrayList<>(Collections.nCopies(3, STORY).stream().flatMap(List::stream).toList());
    Collections.shuffle(events, new Random(seed));

    events.forEach(event -> EventCall.deliver(site.subscriber, event));

    assertThat(settled(site)).containsExactlyElementsOf(settled(clean));
    assertThat(site.dump().toString()).doesNotContain("Ines", "Words of m1", "Title of m1");
  }

  /**
   * A post's own version counts what happened to it, and a withdrawal that came too late to matter
   * did not.
   */
  private static List<String> settled(Site site) {
    return site.dump().stream()
        .map(
            item ->
                item.contains("THREAD#") || item.contains("S=POST#")
                    ? COUNTING.matcher(item).replaceAll("")
                    : item)
        .sorted()
        .toList();
  }

  private static Site prepared() {
    Site site = Site.open();
    Map<String, String> names = Map.of("m1", "Ines", "m2", "Tomás", "m3", "Lin", "m4", "Ada");
    for (String member : List.of("m1", "m2", "m3", "m4")) {
      site.knowing(member, String.valueOf(names.get(member)));
    }
    for (String member : List.of("m1", "m2", "m3", "m4")) {
      Map<String, Object> body =
          Map.of("title", "Title of " + member, "text", "Words of " + member);
      String thread = String.valueOf(site.start(member, body).json().get("id"));
      for (String other : List.of("m1", "m2", "m3", "m4")) {
        site.reply(other, thread, Map.of("text", "Reply, Words of " + other));
      }
    }
    return site;
  }
}
